-- description: An attribute of a sealed value in WHERE
-- expect: refused

-- refused: 42501 sealed
select id from users where (email).eq = '\x00';

select 1;
