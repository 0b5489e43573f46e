-- description: cidr: =, <>, IN, ANY, IS DISTINCT FROM, joins, groups
-- expect: served

-- params: ["198.51.100.186"]
select id from hosts where h_cidr = $1 order by id;

select id from hosts where h_cidr = '198.51.100.186' order by id;

-- params: ["198.51.100.0/24"]
select id from hosts where h_cidr = $1 order by id;

select id from hosts where h_cidr = '198.51.100.0/24' order by id;

-- params: ["2001:DB8:0:0::/32"]
select id from hosts where h_cidr = $1 order by id;

select id from hosts where h_cidr = '2001:DB8:0:0::/32' order by id;

-- params: ["::/0"]
select id from hosts where h_cidr = $1 order by id;

select id from hosts where h_cidr = '::/0' order by id;

-- params: ["198.51.100.186/32"]
select id from hosts where h_cidr = $1 order by id;

select id from hosts where h_cidr = '198.51.100.186/32' order by id;

-- params: ["0198.051.100.186"]
select id from hosts where h_cidr = $1 order by id;

select id from hosts where h_cidr = '0198.051.100.186' order by id;

-- params: ["198.51.100.186/24"]
select id from hosts where h_cidr = $1 order by id;

select id from hosts where h_cidr = '198.51.100.186/24' order by id;

-- params: ["198.51.100.186", "198.51.100.0/24"]
select id from hosts where h_cidr in ($1, $2) order by id;

-- params: ["198.51.100.186"]
select id from hosts where h_cidr <> $1 order by id;

-- params: ["198.51.100.186"]
select id from hosts where h_cidr is distinct from $1 order by id;

-- params: ["{198.51.100.186,NULL,2001:db8::/32}"]
select id from hosts where h_cidr = any ($1) order by id;

select id from hosts where h_cidr = '198.51.100.0/24'::inet order by id;

select id from hosts where h_cidr = '198.51.100.0/24'::cidr order by id;

select id from hosts where h_cidr = '198.51.100.186/24'::inet order by id;

select a.id, b.id from hosts a join hosts b on a.h_cidr = b.h_cidr order by 1, 2;

select h_cidr, count(*) from hosts where h_cidr is not null group by h_cidr order by 2, min(id);

select id, coalesce(h_cidr, '198.51.100.186') from hosts order by id;
