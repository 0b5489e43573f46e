-- description: timestamptz: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["2023-02-29 00:00"]
-- error: 22008
insert into kinds (id, k_timestamptz) values (300, $1);

-- error: 22008
insert into kinds (id, k_timestamptz) values (300, '2023-02-29 00:00');

-- params: ["canary"]
-- error: 22007
insert into kinds (id, k_timestamptz) values (300, $1);

-- error: 22007
insert into kinds (id, k_timestamptz) values (300, 'canary');

select count(*) from kinds where id = 300;
