-- description: float8: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["1e400"]
-- error: 22003
insert into kinds (id, k_float8) values (300, $1);

-- error: 22003
insert into kinds (id, k_float8) values (300, '1e400');

-- params: ["1.5.5"]
-- error: 22P02
insert into kinds (id, k_float8) values (300, $1);

-- error: 22P02
insert into kinds (id, k_float8) values (300, '1.5.5');

-- params: [""]
-- error: 22P02
insert into kinds (id, k_float8) values (300, $1);

-- error: 22P02
insert into kinds (id, k_float8) values (300, '');

select count(*) from kinds where id = 300;
