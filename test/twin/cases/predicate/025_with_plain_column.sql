-- description: Comparison of a sealed with a plain column is refused (C44)
-- expect: refused

-- refused: 0A000 users.email
select id from users where email = name;
