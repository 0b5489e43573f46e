-- description: Wrong copy data: the SQLSTATE of PostgreSQL, and nothing stored (A79, A80)
-- expect: served

-- error: 22P04
-- copy: ["101\tcanary-short@example.com\n102\n"]
copy users (id, email, name) from stdin;

-- error: 22P04
-- copy: ["101\tcanary-long@example.com\tx\ty\n"]
copy users (id, email, name) from stdin;

-- error: 22007
-- copy: ["101\tcanary-ok@example.com\t2000-01-01\n", "102\tcanary-bad@example.com\tnever\n", "103\tcanary-late@example.com\t2000-01-01\n"]
copy users (id, email, birthday) from stdin;

-- error: 22001
-- copy: ["101\t0123456789012345678901\n"]
copy users (id, phone) from stdin;

-- error: 22P02
-- copy: ["x\tcanary-plain@example.com\n"]
copy users (id, email) from stdin;

-- error: 23505
-- copy: ["101\tcanary-ada@example.com\n"]
copy users (id, email) from stdin;

-- error: 57014
-- copy: ["101\tcanary-failed@example.com\n"]
-- copyfail: enough
copy users (id, email) from stdin;

select id, email from users order by id;
