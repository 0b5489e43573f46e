-- description: ||
-- expect: refused

-- refused: 0A000 users.email
select email || '!' from users;

select 1;
