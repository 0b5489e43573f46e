-- description: cidr: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["canary"]
-- error: 22P02
insert into hosts (id, h_cidr) values (300, $1);

-- error: 22P02
insert into hosts (id, h_cidr) values (300, 'canary');

-- params: ["198.51.100.186/24"]
-- error: 22P02
insert into hosts (id, h_cidr) values (300, $1);

-- error: 22P02
insert into hosts (id, h_cidr) values (300, '198.51.100.186/24');

-- params: ["198.51.100.0/33"]
-- error: 22P02
insert into hosts (id, h_cidr) values (300, $1);

-- error: 22P02
insert into hosts (id, h_cidr) values (300, '198.51.100.0/33');

-- params: ["2001:db8::1/32"]
-- error: 22P02
insert into hosts (id, h_cidr) values (300, $1);

-- error: 22P02
insert into hosts (id, h_cidr) values (300, '2001:db8::1/32');

select count(*) from hosts where id = 300;
