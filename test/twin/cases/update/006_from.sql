-- description: UPDATE ... FROM with a join on sealed columns, plain columns set
-- expect: served

update orders set item = u.name from users u where u.email = orders.user_email and u.id = 1;

update orders o set item = 'by ' || u.name from users u where u.id = o.user_id and u.email = 'canary-bob@example.com';

select id, item from orders order by id;
