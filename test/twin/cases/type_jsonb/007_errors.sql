-- description: jsonb: what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["{canary}"]
-- error: 22P02
insert into kinds (id, k_jsonb) values (300, $1);

-- error: 22P02
insert into kinds (id, k_jsonb) values (300, '{canary}');

-- params: [""]
-- error: 22P02
insert into kinds (id, k_jsonb) values (300, $1);

-- error: 22P02
insert into kinds (id, k_jsonb) values (300, '');

-- params: ["\"\\u0000\""]
-- error: 22P05
insert into kinds (id, k_jsonb) values (300, $1);

-- error: 22P05
insert into kinds (id, k_jsonb) values (300, '"\u0000"');

select count(*) from kinds where id = 300;
