-- description: CROSS JOIN and LATERAL
-- expect: served

select a.email, b.member from users a cross join members b where a.id = 1 order by b.org, b.level, b.role;

select u.id, x.user_email, x.amount from users u, lateral (select o.user_email, o.amount from orders o where o.user_id = u.id order by o.id limit 1) x order by u.id;

select u.id, x.note from users u left join lateral (select note from orders o where o.user_email = u.email order by id limit 1) x on true order by u.id;
