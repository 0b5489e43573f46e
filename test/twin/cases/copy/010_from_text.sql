-- description: COPY FROM STDIN in text: all columns, a column list, NULL, escapes, data in pieces (A74)
-- expect: served

-- copy: ["101\tcanary-copy-one@example.com\tOne\t12345\t1999-01-02\t{\"canary\": 1}\t7\tt\t2024-01-02 03:04:05+00\n"]
copy users from stdin;

-- copy: ["10", "2\tcanary-copy-two", "@example.com\tTw", "o\n1", "03\t\\", "N\t\\N", "\n", "104\tcanary\\\ttab\\nline\\\\back\\x41\\101\tx"]
copy users (id, email, name) from stdin;

-- copy: []
copy users (id, email) from stdin;

select * from users where id > 100 order by id;

select id, email from users where email in ('canary-copy-one@example.com', E'canary\ttab\nline\\backAA') order by id;
