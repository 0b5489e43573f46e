-- description: An IN list is no pin
-- expect: refused

-- refused: 0A000 users.phone
update users set phone = 'canary-in' where id in (1, 2);
