-- description: inet: =, <>, IN, ANY, IS DISTINCT FROM, joins, groups
-- expect: served

-- params: ["198.51.100.186"]
select id from hosts where h_inet = $1 order by id;

select id from hosts where h_inet = '198.51.100.186' order by id;

-- params: ["198.51.100.186/24"]
select id from hosts where h_inet = $1 order by id;

select id from hosts where h_inet = '198.51.100.186/24' order by id;

-- params: ["2001:DB8:0:0::198.51.100.186/64"]
select id from hosts where h_inet = $1 order by id;

select id from hosts where h_inet = '2001:DB8:0:0::198.51.100.186/64' order by id;

-- params: ["::ffff:198.51.100.186/128"]
select id from hosts where h_inet = $1 order by id;

select id from hosts where h_inet = '::ffff:198.51.100.186/128' order by id;

-- params: ["198.51.100.186/32"]
select id from hosts where h_inet = $1 order by id;

select id from hosts where h_inet = '198.51.100.186/32' order by id;

-- params: ["0198.051.100.186"]
select id from hosts where h_inet = $1 order by id;

select id from hosts where h_inet = '0198.051.100.186' order by id;

-- params: ["198.51.100.186/24"]
select id from hosts where h_inet = $1 order by id;

select id from hosts where h_inet = '198.51.100.186/24' order by id;

-- params: ["198.51.100.186", "198.51.100.0/24"]
select id from hosts where h_inet in ($1, $2) order by id;

-- params: ["198.51.100.186"]
select id from hosts where h_inet <> $1 order by id;

-- params: ["198.51.100.186"]
select id from hosts where h_inet is distinct from $1 order by id;

-- params: ["{198.51.100.186,NULL,2001:db8::/32}"]
select id from hosts where h_inet = any ($1) order by id;

select id from hosts where h_inet = '198.51.100.0/24'::inet order by id;

select id from hosts where h_inet = '198.51.100.0/24'::cidr order by id;

select id from hosts where h_inet = '198.51.100.186/24'::inet order by id;

select a.id, b.id from hosts a join hosts b on a.h_inet = b.h_inet order by 1, 2;

select h_inet, count(*) from hosts where h_inet is not null group by h_inet order by 2, min(id);

select id, coalesce(h_inet, '198.51.100.186') from hosts order by id;
