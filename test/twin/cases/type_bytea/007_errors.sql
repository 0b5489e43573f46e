-- description: bytea: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["\\x6"]
-- error: 22023
insert into kinds (id, k_bytea) values (300, $1);

-- error: 22023
insert into kinds (id, k_bytea) values (300, '\x6');

-- params: ["\\xzz"]
-- error: 22023
insert into kinds (id, k_bytea) values (300, $1);

-- error: 22023
insert into kinds (id, k_bytea) values (300, '\xzz');

-- params: ["\\9"]
-- error: 22P02
insert into kinds (id, k_bytea) values (300, $1);

-- error: 22P02
insert into kinds (id, k_bytea) values (300, '\9');

select count(*) from kinds where id = 300;
