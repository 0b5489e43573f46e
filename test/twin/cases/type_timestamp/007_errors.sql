-- description: timestamp: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["2023-02-29 00:00"]
-- error: 22008
insert into kinds (id, k_timestamp) values (300, $1);

-- error: 22008
insert into kinds (id, k_timestamp) values (300, '2023-02-29 00:00');

-- params: ["canary"]
-- error: 22007
insert into kinds (id, k_timestamp) values (300, $1);

-- error: 22007
insert into kinds (id, k_timestamp) values (300, 'canary');

-- params: ["294277-01-01"]
-- error: 22008
insert into kinds (id, k_timestamp) values (300, $1);

-- error: 22008
insert into kinds (id, k_timestamp) values (300, '294277-01-01');

select count(*) from kinds where id = 300;
