-- description: <> ALL
-- expect: served

-- params: ["{canary-ada@example.com,canary-bob@example.com}"]
select id from users where email <> all($1) order by id;

select id from users where email <> all('{canary-ada@example.com}') order by id;

-- params: ["{}"]
select count(*) from users where email <> all($1);
