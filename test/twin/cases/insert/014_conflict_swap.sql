-- description: EXCLUDED of another sealed column is refused
-- expect: refused

-- refused: 0A000 users
insert into users (email, phone) values ('canary-ada@example.com', 'canary-1') on conflict (email) do update set phone = excluded.email;
