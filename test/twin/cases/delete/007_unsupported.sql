-- description: DELETE by LIKE on a sealed column is refused
-- expect: refused

-- refused: 0A000 orders.user_email
delete from orders where user_email like 'canary%';
