-- description: Searches inside ON
-- expect: served

select o.id from orders o join users u on u.id = o.user_id and u.email = 'canary-ada@example.com' order by o.id;

-- params: ["canary-ada@example.com"]
select u.id, o.id from users u left join orders o on o.user_email = $1 and o.user_id = u.id order by u.id, o.id;
