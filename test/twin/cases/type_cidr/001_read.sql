-- description: cidr: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, h_cidr from hosts order by id;

select h_cidr as a, h_cidr as b, tag, h_free, plain from hosts where h_cidr is not null order by id;

select id, h_cidr::text, h_cidr::varchar from hosts order by id;

select id, h_cidr::inet from hosts order by id;

select id, json_build_object('a', h_cidr) from hosts order by id;
