-- description: EXPLAIN of a search on a sealed column
-- expect: served
-- modes: simple text binary batch

-- rows: ignored
explain (costs off) select id from users where email = 'canary-ada@example.com';

-- rows: ignored
explain select * from users;
