-- description: int4: assignment from other types
-- expect: served
-- modes: text binary

insert into kinds (id, k_int4) values (400, 7::int2), (401, 8::int8), (402, 1.5), (403, 2.5), (404, -1.5), (405, 1.5::float8), (406, 2.5::float8) returning k_int4;

-- params: ["410", "7"]
-- oids: [23, 20]
insert into kinds (id, k_int4) values ($1, $2) returning k_int4;

-- params: ["411", "7"]
-- oids: [23, 21]
insert into kinds (id, k_int4) values ($1, $2) returning k_int4;

-- params: ["412", "7.5"]
-- oids: [23, 1700]
insert into kinds (id, k_int4) values ($1, $2) returning k_int4;
