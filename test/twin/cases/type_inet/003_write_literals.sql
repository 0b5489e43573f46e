-- description: inet: literals and casts
-- expect: served
-- modes: simple text binary batch

insert into hosts (id, h_inet) values (200, '198.51.100.187/32') returning h_inet;

insert into hosts (id, h_inet) values (201, inet '2001:db8::/32') returning h_inet;

insert into hosts (id, h_inet) values (202, '198.51.100.0/24'::cidr) returning h_inet;

update hosts set h_inet = '198.51.100.99/32' where id = 201 returning h_inet;

update hosts set h_inet = null where id = 200 returning id, h_inet;

select id, h_inet from hosts where id >= 200 order by id;
