-- description: Views over sealed columns
-- expect: served
-- modes: simple text binary batch

select * from user_emails order by id;

select email, name from user_emails where email = 'canary-ada@example.com';

select * from active_users where phone is not null order by id;

select address, note from user_orders where address = 'canary-ada@example.com' order by order_id;

select v.email, o.note from user_emails v join orders o on o.user_email = v.email order by o.id;
