-- description: = with parameters
-- expect: served

-- params: ["canary-ada@example.com"]
select id, email from users where email = $1;

-- params: ["CANARY-ADA@example.com"]
select id, email from users where email = $1;

-- params: [null]
select id from users where email = $1;

-- params: ["canary-Žluťoučký@例え.jp"]
select id, email from users where $1 = email;

-- params: ["1915-12-10", "867530901"]
select id from users where birthday = $1 and score = $2 order by id;
