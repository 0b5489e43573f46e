-- description: The optional filter with a cast (B12)
-- expect: served

-- params: ["canary-ada@example.com"]
select id from users where $1::text is null or email = $1 order by id;

-- params: [null]
select id from users where $1::text is null or email = $1 order by id;

-- params: ["867530901"]
select id from users where ($1::int4 is null or score = $1) order by id;
