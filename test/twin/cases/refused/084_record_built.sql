-- description: A sealed value built by ROW()
-- expect: refused

-- refused: 0A000 users.email
update users set email = row('1', '\x00', '\x00') where id = 1;

select 1;
