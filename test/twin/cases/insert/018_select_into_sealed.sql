-- description: INSERT ... SELECT into a sealed column is refused (C24)
-- expect: refused

-- refused: 0A000 users.email
insert into users (email, name) select label, 'x' from items;
