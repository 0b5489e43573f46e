-- description: A refusal fails the block as an error of the server does
-- expect: refused

begin;

insert into users (email, name) values ('canary-ref@example.com', 'Ref');

-- refused: 0A000 users.email
select id from users order by email;

-- error: 25P02
select 1;

commit;

select id from users where email = 'canary-ref@example.com';
