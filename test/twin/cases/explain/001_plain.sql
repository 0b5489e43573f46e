-- description: EXPLAIN of a plain table
-- expect: served
-- modes: simple text binary batch

-- rows: ignored
explain (costs off) select * from items where label = 'ink';
