-- description: cidr: operators and functions of addresses are refused
-- expect: refused

-- refused: 0A000 hosts.h_cidr
select id from hosts where h_cidr << '198.51.100.0/24';

-- refused: 0A000 hosts.h_cidr
select id from hosts where h_cidr >>= '198.51.100.186';

-- refused: 0A000 hosts.h_cidr
select host(h_cidr) from hosts;

-- refused: 0A000 hosts.h_cidr
select id from hosts where h_cidr < '198.51.100.186';

-- refused: 0A000 hosts.h_free
select id from hosts where h_free = '198.51.100.186';

-- refused: 0A000 hosts.h_cidr
select id from hosts where h_cidr = plain;
