-- description: The optional filter where each place has a number of its own: the one under IS NULL does not reach the server in clear (B12)
-- expect: served
-- modes: text binary

-- params: ["canary-ada@example.com", "canary-ada@example.com"]
select id from users where $1::text is null or email = $2 order by id;

-- params: [null, null]
select id from users where $1::text is null or email = $2 order by id;

-- params: ["canary-ada@example.com", "canary-bob@example.com"]
-- oids: [25, 25]
select id from users where ($1 is not null and email = $2) or $1 is null order by id;

-- params: ["canary", "867530901"]
select id from users where (cast($1 as varchar(3)) is null or score = $2) order by id;

-- params: ["1915-12-10", "1915-12-10", "3"]
select id from users where ($1::date is null or birthday = $2::date) and id < $3 order by id;

-- params: ["canary no date", "1915-12-10"]
-- error: 22007
select id from users where $1::date is null or birthday = $2;

-- params: ["canary-ada@example.com", "canary-ada@example.com"]
-- error: 42P18
select id from users where $1 is null or email = $2;

-- params: ["3", "canary-ada@example.com", "canary-new"]
update users set phone = $3 where ($1::int is null or id = $1) and ($2::text is null or email <> $2) returning id, phone;
