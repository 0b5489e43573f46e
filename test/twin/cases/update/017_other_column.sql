-- description: SET col = another sealed column is refused
-- expect: refused

-- refused: 0A000 orders
update orders set note = user_email where id = 1;
