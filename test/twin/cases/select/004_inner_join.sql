-- description: JOIN on sealed columns of one index group
-- expect: served

select u.id, o.id, u.email, o.user_email from users u join orders o on u.email = o.user_email order by o.id;

select u.name, o.amount from orders o, users u where o.user_email = u.email and u.id = 1 order by o.id;

select count(*) from users u inner join orders o on (o.user_email = u.email and o.item = 'ink');
