-- description: inet: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["canary"]
-- error: 22P02
insert into hosts (id, h_inet) values (300, $1);

-- error: 22P02
insert into hosts (id, h_inet) values (300, 'canary');

-- params: ["198.51.100.256"]
-- error: 22P02
insert into hosts (id, h_inet) values (300, $1);

-- error: 22P02
insert into hosts (id, h_inet) values (300, '198.51.100.256');

-- params: ["198.51.100.186/33"]
-- error: 22P02
insert into hosts (id, h_inet) values (300, $1);

-- error: 22P02
insert into hosts (id, h_inet) values (300, '198.51.100.186/33');

-- params: ["1::2::3"]
-- error: 22P02
insert into hosts (id, h_inet) values (300, $1);

-- error: 22P02
insert into hosts (id, h_inet) values (300, '1::2::3');

select count(*) from hosts where id = 300;
