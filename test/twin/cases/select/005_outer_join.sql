-- description: LEFT, RIGHT and FULL JOIN with sealed columns
-- expect: served

select u.id, o.id, o.user_email, o.note from users u left join orders o on o.user_email = u.email order by u.id, o.id;

select u.email, o.id from users u right join orders o on o.user_id = u.id order by o.id;

select u.id, u.email, o.id from users u left join orders o on o.user_id = u.id and o.user_email = 'canary-ada@example.com' order by u.id, o.id;

select u.id, u.email, o.id, o.note from users u full join orders o on u.id = o.user_id order by u.id, o.id;
