-- description: SET of a plain column to a sealed one is refused
-- expect: refused

-- refused: 0A000 users.email
update users set name = email where id = 1;
