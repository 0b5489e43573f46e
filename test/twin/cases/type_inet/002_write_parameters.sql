-- description: inet: what is written by parameter comes back as from the plain column
-- expect: served

delete from hosts where id in (1, 2, 3, 5);

-- params: ["100", "198.51.100.186"]
insert into hosts (id, h_inet, h_free) values ($1, $2, $2) returning h_inet, h_free;

-- params: ["101", "198.51.100.186/24"]
insert into hosts (id, h_inet, h_free) values ($1, $2, $2) returning h_inet, h_free;

-- params: ["102", "2001:DB8:0:0::198.51.100.186/64"]
insert into hosts (id, h_inet, h_free) values ($1, $2, $2) returning h_inet, h_free;

-- params: ["103", "::ffff:198.51.100.186/128"]
insert into hosts (id, h_inet, h_free) values ($1, $2, $2) returning h_inet, h_free;

-- params: [null]
insert into hosts (id, h_inet) values (150, $1) returning h_inet;

select id, h_inet, h_free from hosts where id >= 100 order by id;
