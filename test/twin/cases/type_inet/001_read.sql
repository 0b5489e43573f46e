-- description: inet: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, h_inet from hosts order by id;

select h_inet as a, h_inet as b, tag, h_free, plain from hosts where h_inet is not null order by id;

select id, h_inet::text, h_inet::varchar from hosts order by id;

select id, h_inet::cidr from hosts order by id;

select id, json_build_object('a', h_inet) from hosts order by id;
