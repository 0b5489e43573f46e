-- description: A pin inside OR is none
-- expect: refused

-- refused: 0A000 users.phone
update users set phone = 'canary-or' where id = 1 or active;
