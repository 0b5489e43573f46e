-- description: What a failed Query did is undone
-- expect: served
-- modes: batch simple

insert into users (email, name) values ('canary-undone@example.com', 'U');

select id from users where email = 'canary-undone@example.com' and name = 'U';
