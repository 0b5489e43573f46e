-- description: PREPARE of what is not served
-- expect: refused

-- refused: 0A000 email
prepare p (text) as select id from users where email like $1;

select 1;
