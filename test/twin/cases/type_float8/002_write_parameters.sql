-- description: float8: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "1.5"]
insert into kinds (id, k_float8) values ($1, $2) returning k_float8;

-- params: ["101", "-0"]
insert into kinds (id, k_float8) values ($1, $2) returning k_float8;

-- params: ["102", "0"]
insert into kinds (id, k_float8) values ($1, $2) returning k_float8;

-- params: ["103", "1e300"]
insert into kinds (id, k_float8) values ($1, $2) returning k_float8;

-- params: ["104", "NaN"]
insert into kinds (id, k_float8) values ($1, $2) returning k_float8;

-- params: ["105", "-inf"]
insert into kinds (id, k_float8) values ($1, $2) returning k_float8;

-- params: ["106", "Infinity"]
insert into kinds (id, k_float8) values ($1, $2) returning k_float8;

-- params: ["107", "5e-324"]
insert into kinds (id, k_float8) values ($1, $2) returning k_float8;

-- params: ["108", "0.1"]
insert into kinds (id, k_float8) values ($1, $2) returning k_float8;

-- params: ["109", "1.7976931348623157e308"]
insert into kinds (id, k_float8) values ($1, $2) returning k_float8;

-- params: [null]
insert into kinds (id, k_float8) values (150, $1) returning k_float8;

select id, k_float8 from kinds where id >= 100 order by id;
