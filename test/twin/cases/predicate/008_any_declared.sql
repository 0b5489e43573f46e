-- description: = ANY with casts and declared array types
-- expect: served
-- modes: text binary

-- params: ["{canary-ada@example.com}"]
-- oids: [1009]
select id from users where email = any($1);

-- params: ["{canary-ada@example.com,x}"]
select id from users where email = any($1::text[]);

-- params: ["{867530902}"]
-- oids: [1007]
select id from users where score = any($1);
