-- description: EXPLAIN in JSON, verbose
-- expect: served

-- rows: ignored
explain (verbose, format json) select id, email from users where email in ('canary-ada@example.com', 'x');

-- rows: ignored
explain verbose delete from orders where user_email = 'canary-ada@example.com';
