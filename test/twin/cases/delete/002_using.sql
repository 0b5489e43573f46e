-- description: DELETE ... USING with a join on sealed columns
-- expect: served

delete from orders using users u where u.email = orders.user_email and u.name = 'Ada';

delete from orders o using users u where u.id = o.user_id and u.email = 'canary-bob@example.com' returning o.id, u.email, o.note;

select id from orders order by id;
