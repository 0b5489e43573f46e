-- description: SET col = function that is not computed is refused (C27)
-- expect: refused

-- refused: 0A000 users.email
update users set email = initcap(email) where id = 1;
