-- description: PREPARE over a mapped table
-- expect: refused

-- refused: 0A000 users
prepare p (text) as select id from users where email = $1;

select 1;
