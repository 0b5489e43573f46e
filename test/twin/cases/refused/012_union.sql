-- description: UNION removes duplicates
-- expect: refused

-- refused: 0A000 users.email
select email from users union select user_email from orders;

select 1;
