-- description: timestamp: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "1915-12-10 08:06:07.530901"]
insert into kinds (id, k_timestamp) values ($1, $2) returning k_timestamp;

-- params: ["101", "2024-02-29T12:00:00"]
insert into kinds (id, k_timestamp) values ($1, $2) returning k_timestamp;

-- params: ["102", "infinity"]
insert into kinds (id, k_timestamp) values ($1, $2) returning k_timestamp;

-- params: ["103", "2020-01-01"]
insert into kinds (id, k_timestamp) values ($1, $2) returning k_timestamp;

-- params: ["104", "2020-01-01 00:00:00+05"]
insert into kinds (id, k_timestamp) values ($1, $2) returning k_timestamp;

-- params: ["105", "Feb 3 2021 4:05 PM"]
insert into kinds (id, k_timestamp) values ($1, $2) returning k_timestamp;

-- params: ["106", "294276-12-31 23:59:59.999999"]
insert into kinds (id, k_timestamp) values ($1, $2) returning k_timestamp;

-- params: [null]
insert into kinds (id, k_timestamp) values (150, $1) returning k_timestamp;

select id, k_timestamp from kinds where id >= 100 order by id;
