-- description: EXPLAIN ANALYZE does the work
-- expect: served

-- rows: ignored
explain (analyze, costs off, timing off, summary off) update users set name = 'Explained' where email = 'canary-ada@example.com';

select name from users where id = 1;

-- rows: ignored
explain (analyze, costs off, timing off, summary off) insert into users (email, name) values ('canary-ex@example.com', 'Ex');

select email from users where name = 'Ex';
