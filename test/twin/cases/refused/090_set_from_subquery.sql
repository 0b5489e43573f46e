-- description: SET = (SELECT ...)
-- expect: refused

-- refused: 0A000 users.email
update users set email = (select user_email from orders where id = 1) where id = 1;

select 1;
