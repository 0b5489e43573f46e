-- description: UPDATE ... FROM of a sealed column with a constant, pinned
-- expect: served

update orders set note = 'canary from' from users u where orders.id = 1 and u.id = orders.user_id returning orders.id, note, u.email;

select id, note from orders order by id;
