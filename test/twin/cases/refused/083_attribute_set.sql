-- description: An attribute as target
-- expect: refused

-- refused: 42501 sealed
update users set email.c = '\x01' where id = 1;

select 1;
