-- description: json: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "{\"canary\": 1, \"canary\": 2}"]
insert into kinds (id, k_json) values ($1, $2) returning k_json;

-- params: ["101", " [1, 2.50 ] "]
insert into kinds (id, k_json) values ($1, $2) returning k_json;

-- params: ["102", "\"canary\""]
insert into kinds (id, k_json) values ($1, $2) returning k_json;

-- params: ["103", "null"]
insert into kinds (id, k_json) values ($1, $2) returning k_json;

-- params: ["104", "1e3"]
insert into kinds (id, k_json) values ($1, $2) returning k_json;

-- params: ["105", "true"]
insert into kinds (id, k_json) values ($1, $2) returning k_json;

-- params: ["106", "{}"]
insert into kinds (id, k_json) values ($1, $2) returning k_json;

-- params: [null]
insert into kinds (id, k_json) values (150, $1) returning k_json;

select id, k_json from kinds where id >= 100 order by id;
