-- description: interval: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["canary"]
-- error: 22007
insert into kinds (id, k_interval) values (300, $1);

-- error: 22007
insert into kinds (id, k_interval) values (300, 'canary');

-- params: ["1 fortnight"]
-- error: 22007
insert into kinds (id, k_interval) values (300, $1);

-- error: 22007
insert into kinds (id, k_interval) values (300, '1 fortnight');

select count(*) from kinds where id = 300;
