-- description: float4: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["1e39"]
-- error: 22003
insert into kinds (id, k_float4) values (300, $1);

-- error: 22003
insert into kinds (id, k_float4) values (300, '1e39');

-- params: ["1e-50"]
-- error: 22003
insert into kinds (id, k_float4) values (300, $1);

-- error: 22003
insert into kinds (id, k_float4) values (300, '1e-50');

-- params: ["x"]
-- error: 22P02
insert into kinds (id, k_float4) values (300, $1);

-- error: 22P02
insert into kinds (id, k_float4) values (300, 'x');

select count(*) from kinds where id = 300;
