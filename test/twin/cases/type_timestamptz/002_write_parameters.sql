-- description: timestamptz: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "1915-12-10 08:06:07.530901+00"]
insert into kinds (id, k_timestamptz) values ($1, $2) returning k_timestamptz;

-- params: ["101", "2024-02-29T12:00:00Z"]
insert into kinds (id, k_timestamptz) values ($1, $2) returning k_timestamptz;

-- params: ["102", "infinity"]
insert into kinds (id, k_timestamptz) values ($1, $2) returning k_timestamptz;

-- params: ["103", "2020-01-01"]
insert into kinds (id, k_timestamptz) values ($1, $2) returning k_timestamptz;

-- params: ["104", "2020-01-01 00:00:00+05"]
insert into kinds (id, k_timestamptz) values ($1, $2) returning k_timestamptz;

-- params: ["105", "2020-07-01 00:00 Europe/Berlin"]
insert into kinds (id, k_timestamptz) values ($1, $2) returning k_timestamptz;

-- params: ["106", "2020-01-01 00:00:00 EST"]
insert into kinds (id, k_timestamptz) values ($1, $2) returning k_timestamptz;

-- params: [null]
insert into kinds (id, k_timestamptz) values (150, $1) returning k_timestamptz;

select id, k_timestamptz from kinds where id >= 100 order by id;
