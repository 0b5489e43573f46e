-- description: Concatenation for a sealed column is refused
-- expect: refused

-- refused: 0A000 users.email
insert into users (email) values ('canary' || '@example.com');
