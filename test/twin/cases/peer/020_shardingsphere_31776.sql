-- description: ShardingSphere 31776: INSERT ... SELECT wrote plaintext; here the rows are brought first, and their values sealed
-- expect: served

insert into orders (id, item, note) select id + 100, 'x', 'canary ' || name from users;

select id, note from orders order by id;
