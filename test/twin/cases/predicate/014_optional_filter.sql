-- description: The optional filter of query builders (B12)
-- expect: served

-- params: ["canary-ada@example.com"]
select id from users where email = $1 or $1 is null order by id;

-- params: [null]
select id from users where email = $1 or $1 is null order by id;
