-- description: Numbers with underscores and in other bases, which servers read from version 16 on
-- expect: served
-- modes: simple text binary batch
-- since: 16

select id from users where score = 867_530_901 order by id;

select id from users where score = 0x33B58415 order by id;

insert into kinds (id, k_int2, k_int4, k_int8) values (209, 0x1F, 1_000, 0b1010) returning k_int2, k_int4, k_int8;

select id from kinds where k_int4 = 0o1750;
