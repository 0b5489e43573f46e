-- description: Regular expressions
-- expect: refused

-- refused: 0A000 users.email
select id from users where email ~ '^canary';

select 1;
