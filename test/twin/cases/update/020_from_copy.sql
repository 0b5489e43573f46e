-- description: SET from a sealed column of another table: opened and sealed anew
-- expect: served

update orders set user_email = u.email from users u where orders.id = 5 and u.id = 1;

select id, user_email from orders order by id;
