-- description: inet: operators and functions of addresses are refused
-- expect: refused

-- refused: 0A000 hosts.h_inet
select id from hosts where h_inet << '198.51.100.0/24';

-- refused: 0A000 hosts.h_inet
select id from hosts where h_inet >>= '198.51.100.186';

-- refused: 0A000 hosts.h_inet
select host(h_inet) from hosts;

-- refused: 0A000 hosts.h_inet
select id from hosts where h_inet < '198.51.100.186';

-- refused: 0A000 hosts.h_free
select id from hosts where h_free = '198.51.100.186';

-- refused: 0A000 hosts.h_inet
select id from hosts where h_inet = plain;
