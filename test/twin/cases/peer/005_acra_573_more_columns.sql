-- description: Acra 573: more result columns than the table has
-- expect: served

select *, email, 1 as one, phone from users where id = 1;

select u.*, o.*, 7 from users u join orders o on o.user_id = u.id where o.id = 1;
