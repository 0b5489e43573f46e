-- description: EXPLAIN with a parameter
-- expect: served
-- modes: text binary

-- params: ["canary-ada@example.com"]
-- rows: ignored
explain (costs off) select id from users where email = $1;
