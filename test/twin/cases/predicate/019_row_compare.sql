-- description: Row comparison is refused (C39)
-- expect: refused

-- refused: 0A000 users.email
select id from users where (id, email) = (1, 'canary-ada@example.com');
