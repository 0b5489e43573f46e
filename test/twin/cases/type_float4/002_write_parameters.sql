-- description: float4: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "1.5"]
insert into kinds (id, k_float4) values ($1, $2) returning k_float4;

-- params: ["101", "-0"]
insert into kinds (id, k_float4) values ($1, $2) returning k_float4;

-- params: ["102", "0"]
insert into kinds (id, k_float4) values ($1, $2) returning k_float4;

-- params: ["103", "1e10"]
insert into kinds (id, k_float4) values ($1, $2) returning k_float4;

-- params: ["104", "NaN"]
insert into kinds (id, k_float4) values ($1, $2) returning k_float4;

-- params: ["105", "-inf"]
insert into kinds (id, k_float4) values ($1, $2) returning k_float4;

-- params: ["106", "Infinity"]
insert into kinds (id, k_float4) values ($1, $2) returning k_float4;

-- params: ["107", "3.4028235e38"]
insert into kinds (id, k_float4) values ($1, $2) returning k_float4;

-- params: ["108", "1e-45"]
insert into kinds (id, k_float4) values ($1, $2) returning k_float4;

-- params: ["109", " 0.1 "]
insert into kinds (id, k_float4) values ($1, $2) returning k_float4;

-- params: [null]
insert into kinds (id, k_float4) values (150, $1) returning k_float4;

select id, k_float4 from kinds where id >= 100 order by id;
