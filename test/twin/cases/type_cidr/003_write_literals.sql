-- description: cidr: literals and casts
-- expect: served
-- modes: simple text binary batch

insert into hosts (id, h_cidr) values (200, '198.51.100.186/32') returning h_cidr;

insert into hosts (id, h_cidr) values (201, cidr '2001:db8::/32') returning h_cidr;

insert into hosts (id, h_cidr) values (202, '198.51.100.0/24'::inet) returning h_cidr;

update hosts set h_cidr = '198.51.100.99/32' where id = 201 returning h_cidr;

update hosts set h_cidr = null where id = 200 returning id, h_cidr;

select id, h_cidr from hosts where id >= 200 order by id;
