-- description: Line ends and the end marker in text (A74)
-- expect: served

-- copy: ["101\tcanary-crlf@example.com\r\n102\tcanary-crlf-2@example.com\r\n"]
copy users (id, email) from stdin;

-- copy: ["103\tcanary-cr@example.com\r104\t\\N\r"]
copy users (id, email) from stdin;

-- copy: ["105\tcanary-marker@example.com\n\\.\n106\tcanary-ignored@example.com\n"]
copy users (id, email) from stdin;

-- copy: ["107\tcanary-escaped\\\nline@example.com\n"]
copy users (id, email) from stdin;

-- error: 22P04
-- copy: ["108\tcanary-mixed@example.com\n109\tcanary-mixed\r@example.com\n"]
copy users (id, email) from stdin;

select id, email from users where id > 100 order by id;
