-- description: EXPLAIN of what is refused is refused
-- expect: refused

-- refused: 0A000 users.email
explain select id from users where email like 'canary%';
