-- description: = ANY of array literals and ARRAY[...]
-- expect: served

select id from users where email = any('{canary-ada@example.com,"canary-bob@example.com",NULL}') order by id;

select id from users where email = any(array['canary-ada@example.com', 'canary-cyd@example.com']) order by id;

-- params: ["canary-ada@example.com", "canary-bob@example.com"]
select id from users where email = any(array[$1, $2]) order by id;

select id from users where score = any('{867530901, 5}'::int[]) order by id;
