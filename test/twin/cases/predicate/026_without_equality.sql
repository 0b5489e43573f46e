-- description: Equality on a column without the term is refused
-- expect: refused

-- refused: 0A000 users.phone
select id from users where phone = 'canary-555-0101';
