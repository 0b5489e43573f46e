-- description: cidr: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "198.51.100.186"]
insert into hosts (id, h_cidr) values ($1, $2) returning h_cidr;

-- params: ["101", "198.51.100.0/24"]
insert into hosts (id, h_cidr) values ($1, $2) returning h_cidr;

-- params: ["102", "2001:DB8:0:0::/32"]
insert into hosts (id, h_cidr) values ($1, $2) returning h_cidr;

-- params: ["103", "::/0"]
insert into hosts (id, h_cidr) values ($1, $2) returning h_cidr;

-- params: [null]
insert into hosts (id, h_cidr) values (150, $1) returning h_cidr;

select id, h_cidr, h_free from hosts where id >= 100 order by id;
