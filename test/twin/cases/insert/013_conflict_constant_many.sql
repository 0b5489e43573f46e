-- description: ON CONFLICT DO UPDATE with one constant for many rows is refused: no data key is for two rows
-- expect: refused

-- refused: 0A000 users.phone
insert into users (email, name) values ('canary-ada@example.com', 'x'), ('canary-bob@example.com', 'y')
  on conflict (email) do update set phone = 'canary-same';
