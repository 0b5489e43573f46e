-- description: interval: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "1 day"]
insert into kinds (id, k_interval) values ($1, $2) returning k_interval;

-- params: ["101", "1 mon"]
insert into kinds (id, k_interval) values ($1, $2) returning k_interval;

-- params: ["102", "-1 year 2 days 03:04:05.678"]
insert into kinds (id, k_interval) values ($1, $2) returning k_interval;

-- params: ["103", "P1Y2M3DT4H5M6S"]
insert into kinds (id, k_interval) values ($1, $2) returning k_interval;

-- params: ["104", "1 day ago"]
insert into kinds (id, k_interval) values ($1, $2) returning k_interval;

-- params: ["105", "@ 5 minutes"]
insert into kinds (id, k_interval) values ($1, $2) returning k_interval;

-- params: ["106", "36:00"]
insert into kinds (id, k_interval) values ($1, $2) returning k_interval;

-- params: ["107", "1.5 hours"]
insert into kinds (id, k_interval) values ($1, $2) returning k_interval;

-- params: ["108", "0"]
insert into kinds (id, k_interval) values ($1, $2) returning k_interval;

-- params: [null]
insert into kinds (id, k_interval) values (150, $1) returning k_interval;

select id, k_interval from kinds where id >= 100 order by id;
