-- description: numeric(20,4): what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "1.5"]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: ["101", "1.50000"]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: ["102", "-0.0001"]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: ["103", "0"]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: ["104", "9999999999999999.9999"]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: ["105", "NaN"]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: ["106", "1e3"]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: ["107", " 8675309 "]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: ["108", "0.00005"]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: ["109", "1.23455"]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: [null]
insert into kinds (id, k_numeric) values (150, $1) returning k_numeric;

select id, k_numeric from kinds where id >= 100 order by id;
