-- description: A refusal in the middle of a Query undoes what came before
-- expect: refused
-- modes: batch

insert into users (email, name) values ('canary-h1@example.com', 'H1');

-- refused: 0A000 users.email
select email from users order by email;

select 'never';
