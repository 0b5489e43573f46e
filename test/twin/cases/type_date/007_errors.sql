-- description: date: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["2023-02-29"]
-- error: 22008
insert into kinds (id, k_date) values (300, $1);

-- error: 22008
insert into kinds (id, k_date) values (300, '2023-02-29');

-- params: ["canary"]
-- error: 22007
insert into kinds (id, k_date) values (300, $1);

-- error: 22007
insert into kinds (id, k_date) values (300, 'canary');

-- params: ["5874898-01-01"]
-- error: 22008
insert into kinds (id, k_date) values (300, $1);

-- error: 22008
insert into kinds (id, k_date) values (300, '5874898-01-01');

select count(*) from kinds where id = 300;
