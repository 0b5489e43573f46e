-- description: date: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "2024-02-29"]
insert into kinds (id, k_date) values ($1, $2) returning k_date;

-- params: ["101", "1915-12-10"]
insert into kinds (id, k_date) values ($1, $2) returning k_date;

-- params: ["102", "infinity"]
insert into kinds (id, k_date) values ($1, $2) returning k_date;

-- params: ["103", "-infinity"]
insert into kinds (id, k_date) values ($1, $2) returning k_date;

-- params: ["104", "J2451187"]
insert into kinds (id, k_date) values ($1, $2) returning k_date;

-- params: ["105", "epoch"]
insert into kinds (id, k_date) values ($1, $2) returning k_date;

-- params: ["106", "Feb 3, 2021"]
insert into kinds (id, k_date) values ($1, $2) returning k_date;

-- params: ["107", "20210304"]
insert into kinds (id, k_date) values ($1, $2) returning k_date;

-- params: ["108", "0001-01-01 BC"]
insert into kinds (id, k_date) values ($1, $2) returning k_date;

-- params: ["109", "5874897-12-31"]
insert into kinds (id, k_date) values ($1, $2) returning k_date;

-- params: [null]
insert into kinds (id, k_date) values (150, $1) returning k_date;

select id, k_date from kinds where id >= 100 order by id;
