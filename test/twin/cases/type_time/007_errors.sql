-- description: time: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["25:00"]
-- error: 22008
insert into kinds (id, k_time) values (300, $1);

-- error: 22008
insert into kinds (id, k_time) values (300, '25:00');

-- params: ["canary"]
-- error: 22007
insert into kinds (id, k_time) values (300, $1);

-- error: 22007
insert into kinds (id, k_time) values (300, 'canary');

select count(*) from kinds where id = 300;
