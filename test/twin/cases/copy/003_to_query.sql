-- description: COPY of a query: columns, expressions, joins, an order and a search (A78)
-- expect: served

copy (select id, email from users order by id) to stdout;

copy (select u.email, o.note, o.amount from users u join orders o on o.user_id = u.id order by o.id) to stdout;

copy (select count(*) from users where email = 'canary-ada@example.com') to stdout;

copy (select id from users where email = 'canary-ada@example.com') to stdout;

copy (with x as (select email from users where id < 3) select email, 1 as one from x) to stdout with (header);

copy (select id, email from users where false) to stdout with (header);
