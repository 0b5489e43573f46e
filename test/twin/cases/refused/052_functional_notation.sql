-- description: Functional notation email(u)
-- expect: refused

-- refused: 0A000 users
select email(u) from users u;

select 1;
