-- description: = with parameters of a declared type (B6, B7)
-- expect: served
-- modes: text binary

-- params: ["canary-ada@example.com"]
-- oids: [25]
select id from users where email = $1;

-- params: ["canary-ada@example.com"]
-- oids: [1043]
select id from users where email = $1;

-- params: ["867530901"]
-- oids: [23]
select id from users where score = $1 order by id;

-- params: ["867530901"]
-- oids: [20]
select id from users where score = $1 order by id;

-- params: ["1915-12-10"]
-- oids: [1082]
select id from users where birthday = $1 order by id;

-- params: ["canary-ada@example.com"]
-- oids: [705]
select id from users where email = $1;
