-- description: position()
-- expect: refused

-- refused: 0A000 users.email
select position('canary' in email) from users;

select 1;
