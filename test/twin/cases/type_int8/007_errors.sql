-- description: int8: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["9223372036854775808"]
-- error: 22003
insert into kinds (id, k_int8) values (300, $1);

-- error: 22003
insert into kinds (id, k_int8) values (300, '9223372036854775808');

-- params: ["1e3"]
-- error: 22P02
insert into kinds (id, k_int8) values (300, $1);

-- error: 22P02
insert into kinds (id, k_int8) values (300, '1e3');

-- params: [""]
-- error: 22P02
insert into kinds (id, k_int8) values (300, $1);

-- error: 22P02
insert into kinds (id, k_int8) values (300, '');

select count(*) from kinds where id = 300;
