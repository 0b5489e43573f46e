-- description: INSERT ... SELECT of a sealed column into a plain table is refused
-- expect: refused

-- refused: 0A000 users.email
insert into items (id, label) select id + 50, email from users;
