-- description: numeric: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["1e"]
-- error: 22P02
insert into kinds (id, k_free) values (300, $1);

-- error: 22P02
insert into kinds (id, k_free) values (300, '1e');

-- params: [""]
-- error: 22P02
insert into kinds (id, k_free) values (300, $1);

-- error: 22P02
insert into kinds (id, k_free) values (300, '');

select count(*) from kinds where id = 300;
