-- description: COPY among other statements of one Query (A81)
-- expect: served
-- modes: batch

select email from users where id = 1;

-- copy: ["101\tcanary-batch@example.com\n"]
copy users (id, email) from stdin;

update users set name = 'Batch' where email = 'canary-batch@example.com';

-- copy: ["101\tplain\t3\n"]
copy items (id, label, qty) from stdin;

copy (select id, email, name from users where id > 100) to stdout;

select label from items where id = 101;
