-- description: JOIN ... USING and NATURAL JOIN over plain columns
-- expect: served

select email, item from users join (select user_id as id, item from orders) o using (id) order by id, item;

select u.email, w.name from users u natural join (select id, name from users) w order by u.id;
