-- description: An attribute of a sealed value
-- expect: refused

-- refused: 42501 sealed
select (email).c from users;

select 1;
