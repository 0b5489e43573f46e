-- description: SET from a sealed column of another table is refused
-- expect: refused

-- refused: 0A000 orders.user_email
update orders set user_email = u.email from users u where orders.id = 5 and u.id = 1;
