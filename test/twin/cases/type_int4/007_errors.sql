-- description: int4: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["2147483648"]
-- error: 22003
insert into kinds (id, k_int4) values (300, $1);

-- error: 22003
insert into kinds (id, k_int4) values (300, '2147483648');

-- params: ["1.5"]
-- error: 22P02
insert into kinds (id, k_int4) values (300, $1);

-- error: 22P02
insert into kinds (id, k_int4) values (300, '1.5');

-- params: [""]
-- error: 22P02
insert into kinds (id, k_int4) values (300, $1);

-- error: 22P02
insert into kinds (id, k_int4) values (300, '');

-- params: ["8 9"]
-- error: 22P02
insert into kinds (id, k_int4) values (300, $1);

-- error: 22P02
insert into kinds (id, k_int4) values (300, '8 9');

select count(*) from kinds where id = 300;
