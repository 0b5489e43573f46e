-- description: COPY in a transaction block, rolled back, and after an error
-- expect: served

begin;

-- copy: ["101\tcanary-block@example.com\n"]
copy users (id, email) from stdin;

select id, email from users where id = 101;

-- error: 22007
-- copy: ["102\tnever\n"]
copy users (id, birthday) from stdin;

-- error: 25P02
select 1;

rollback;

select id from users where id > 100;
