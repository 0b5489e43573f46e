-- description: INTERSECT
-- expect: refused

-- refused: 0A000 users.email
select email from users intersect select user_email from orders;

select 1;
