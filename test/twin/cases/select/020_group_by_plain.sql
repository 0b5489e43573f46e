-- description: GROUP BY of plain columns beside a search on sealed ones
-- expect: served

select item, count(*), max(id) from orders where user_email is not null group by item order by item;

select u.name, count(o.id) from users u left join orders o on o.user_email = u.email group by u.name order by u.name;

select user_id from orders where user_email <> 'canary-ada@example.com' group by 1 having count(*) > 0 order by 1;
