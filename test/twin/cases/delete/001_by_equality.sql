-- description: DELETE by equality on a sealed column
-- expect: served
-- modes: simple text binary batch

delete from orders where user_email = 'canary-bob@example.com';

-- params: ["canary-nobody@example.com"]
delete from orders where user_email = $1;

select id, user_email from orders order by id;
