-- description: int4: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "42"]
insert into kinds (id, k_int4) values ($1, $2) returning k_int4;

-- params: ["101", " +42 "]
insert into kinds (id, k_int4) values ($1, $2) returning k_int4;

-- params: ["102", "-1"]
insert into kinds (id, k_int4) values ($1, $2) returning k_int4;

-- params: ["103", "0"]
insert into kinds (id, k_int4) values ($1, $2) returning k_int4;

-- params: ["104", "2147483647"]
insert into kinds (id, k_int4) values ($1, $2) returning k_int4;

-- params: ["105", "-2147483648"]
insert into kinds (id, k_int4) values ($1, $2) returning k_int4;

-- params: ["106", " -7 "]
insert into kinds (id, k_int4) values ($1, $2) returning k_int4;

-- params: [null]
insert into kinds (id, k_int4) values (150, $1) returning k_int4;

select id, k_int4 from kinds where id >= 100 order by id;
