-- description: int2: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["32768"]
-- error: 22003
insert into kinds (id, k_int2) values (300, $1);

-- error: 22003
insert into kinds (id, k_int2) values (300, '32768');

-- params: ["1.5"]
-- error: 22P02
insert into kinds (id, k_int2) values (300, $1);

-- error: 22P02
insert into kinds (id, k_int2) values (300, '1.5');

-- params: [""]
-- error: 22P02
insert into kinds (id, k_int2) values (300, $1);

-- error: 22P02
insert into kinds (id, k_int2) values (300, '');

-- params: ["canary"]
-- error: 22P02
insert into kinds (id, k_int2) values (300, $1);

-- error: 22P02
insert into kinds (id, k_int2) values (300, 'canary');

select count(*) from kinds where id = 300;
