-- description: int2: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "42"]
insert into kinds (id, k_int2) values ($1, $2) returning k_int2;

-- params: ["101", " 42 "]
insert into kinds (id, k_int2) values ($1, $2) returning k_int2;

-- params: ["102", "-1"]
insert into kinds (id, k_int2) values ($1, $2) returning k_int2;

-- params: ["103", "+7"]
insert into kinds (id, k_int2) values ($1, $2) returning k_int2;

-- params: ["104", "0"]
insert into kinds (id, k_int2) values ($1, $2) returning k_int2;

-- params: ["105", "32767"]
insert into kinds (id, k_int2) values ($1, $2) returning k_int2;

-- params: ["106", "-32768"]
insert into kinds (id, k_int2) values ($1, $2) returning k_int2;

-- params: [null]
insert into kinds (id, k_int2) values (150, $1) returning k_int2;

select id, k_int2 from kinds where id >= 100 order by id;
