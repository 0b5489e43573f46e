-- description: Data that are refused end the Query and undo what came before (A81)
-- expect: served
-- modes: batch

insert into users (id, email) values (201, 'canary-before@example.com');

-- error: 22007
-- copy: ["101\tnever\n"]
copy users (id, birthday) from stdin;

select 'never';
