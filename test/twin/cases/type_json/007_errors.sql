-- description: json: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["{canary}"]
-- error: 22P02
insert into kinds (id, k_json) values (300, $1);

-- error: 22P02
insert into kinds (id, k_json) values (300, '{canary}');

-- params: [""]
-- error: 22P02
insert into kinds (id, k_json) values (300, $1);

-- error: 22P02
insert into kinds (id, k_json) values (300, '');

-- params: ["{\"a\":1,}"]
-- error: 22P02
insert into kinds (id, k_json) values (300, $1);

-- error: 22P02
insert into kinds (id, k_json) values (300, '{"a":1,}');

select count(*) from kinds where id = 300;
