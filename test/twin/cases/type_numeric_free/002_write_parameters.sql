-- description: numeric: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "1.5"]
insert into kinds (id, k_free) values ($1, $2) returning k_free;

-- params: ["101", "1.50000"]
insert into kinds (id, k_free) values ($1, $2) returning k_free;

-- params: ["102", "-0.0001"]
insert into kinds (id, k_free) values ($1, $2) returning k_free;

-- params: ["103", "0"]
insert into kinds (id, k_free) values ($1, $2) returning k_free;

-- params: ["104", "0.000"]
insert into kinds (id, k_free) values ($1, $2) returning k_free;

-- params: ["105", "NaN"]
insert into kinds (id, k_free) values ($1, $2) returning k_free;

-- params: ["106", "1e-20"]
insert into kinds (id, k_free) values ($1, $2) returning k_free;

-- params: ["107", "123456789012345678901234567890.123456789"]
insert into kinds (id, k_free) values ($1, $2) returning k_free;

-- params: ["108", "Infinity"]
insert into kinds (id, k_free) values ($1, $2) returning k_free;

-- params: ["109", "-inf"]
insert into kinds (id, k_free) values ($1, $2) returning k_free;

-- params: [null]
insert into kinds (id, k_free) values (150, $1) returning k_free;

select id, k_free from kinds where id >= 100 order by id;
