-- description: time: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "08:06:07.530901"]
insert into kinds (id, k_time) values ($1, $2) returning k_time;

-- params: ["101", "00:00"]
insert into kinds (id, k_time) values ($1, $2) returning k_time;

-- params: ["102", "24:00:00"]
insert into kinds (id, k_time) values ($1, $2) returning k_time;

-- params: ["103", "12:34 PM"]
insert into kinds (id, k_time) values ($1, $2) returning k_time;

-- params: ["104", "23:59:60"]
insert into kinds (id, k_time) values ($1, $2) returning k_time;

-- params: [null]
insert into kinds (id, k_time) values (150, $1) returning k_time;

select id, k_time from kinds where id >= 100 order by id;
