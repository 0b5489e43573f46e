-- description: int8: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "42"]
insert into kinds (id, k_int8) values ($1, $2) returning k_int8;

-- params: ["101", "-1"]
insert into kinds (id, k_int8) values ($1, $2) returning k_int8;

-- params: ["102", "0"]
insert into kinds (id, k_int8) values ($1, $2) returning k_int8;

-- params: ["103", "9223372036854775807"]
insert into kinds (id, k_int8) values ($1, $2) returning k_int8;

-- params: ["104", "-9223372036854775808"]
insert into kinds (id, k_int8) values ($1, $2) returning k_int8;

-- params: ["105", " 8675309 "]
insert into kinds (id, k_int8) values ($1, $2) returning k_int8;

-- params: [null]
insert into kinds (id, k_int8) values (150, $1) returning k_int8;

select id, k_int8 from kinds where id >= 100 order by id;
