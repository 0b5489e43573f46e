-- description: uuid: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["canary"]
-- error: 22P02
insert into kinds (id, k_uuid) values (300, $1);

-- error: 22P02
insert into kinds (id, k_uuid) values (300, 'canary');

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000"]
-- error: 22P02
insert into kinds (id, k_uuid) values (300, $1);

-- error: 22P02
insert into kinds (id, k_uuid) values (300, 'ca0a51e5-ca0a-4000-8000-0000000000');

select count(*) from kinds where id = 300;
