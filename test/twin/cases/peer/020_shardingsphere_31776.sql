-- description: ShardingSphere 31776: INSERT ... SELECT wrote plaintext
-- expect: refused

-- refused: 0A000 orders.note
insert into orders (id, item, note) select id + 100, 'x', name from users;
