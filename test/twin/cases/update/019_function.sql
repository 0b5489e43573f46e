-- description: SET col = lower(col) is refused (C27)
-- expect: refused

-- refused: 0A000 users.email
update users set email = lower(email) where id = 1;
