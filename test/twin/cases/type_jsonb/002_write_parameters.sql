-- description: jsonb: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "{\"canary\": 1, \"canary\": 2}"]
insert into kinds (id, k_jsonb) values ($1, $2) returning k_jsonb;

-- params: ["101", " [1, 2.50 ] "]
insert into kinds (id, k_jsonb) values ($1, $2) returning k_jsonb;

-- params: ["102", "\"canary\""]
insert into kinds (id, k_jsonb) values ($1, $2) returning k_jsonb;

-- params: ["103", "null"]
insert into kinds (id, k_jsonb) values ($1, $2) returning k_jsonb;

-- params: ["104", "1e3"]
insert into kinds (id, k_jsonb) values ($1, $2) returning k_jsonb;

-- params: ["105", "true"]
insert into kinds (id, k_jsonb) values ($1, $2) returning k_jsonb;

-- params: ["106", "{\"b\":1,\"a\":{\"c\":[]}}"]
insert into kinds (id, k_jsonb) values ($1, $2) returning k_jsonb;

-- params: ["107", "123456789012345678901234567890.5"]
insert into kinds (id, k_jsonb) values ($1, $2) returning k_jsonb;

-- params: [null]
insert into kinds (id, k_jsonb) values (150, $1) returning k_jsonb;

select id, k_jsonb from kinds where id >= 100 order by id;
