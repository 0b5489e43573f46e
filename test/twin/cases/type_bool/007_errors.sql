-- description: bool: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["maybe"]
-- error: 22P02
insert into kinds (id, k_bool) values (300, $1);

-- error: 22P02
insert into kinds (id, k_bool) values (300, 'maybe');

-- params: [""]
-- error: 22P02
insert into kinds (id, k_bool) values (300, $1);

-- error: 22P02
insert into kinds (id, k_bool) values (300, '');

-- params: ["o"]
-- error: 22P02
insert into kinds (id, k_bool) values (300, $1);

-- error: 22P02
insert into kinds (id, k_bool) values (300, 'o');

select count(*) from kinds where id = 300;
