-- description: = ANY($1), text and binary arrays (B15)
-- expect: served

-- params: ["{canary-ada@example.com,canary-bob@example.com}"]
select id from users where email = any($1) order by id;

-- params: ["{}"]
select id from users where email = any($1);

-- params: ["{NULL,\"canary-cyd@example.com\"}"]
select id from users where email = any($1) order by id;

-- params: [null]
select id from users where email = any($1);

-- params: ["{867530901,867530902}"]
select id from users where score = any($1) order by id;

-- params: ["{1915-12-10,NULL}"]
select id from users where birthday = any($1) order by id;
