-- description: A column that is computed of several, ahead of an item that gets its name back
-- expect: served

select nullif(u.email, o.user_email), nullif(note, '') from orders o join users u on u.id = o.user_id order by o.id;

select concat(u.email, o.user_email), coalesce(note, 'none'), note is null from orders o join users u on u.id = o.user_id order by o.id;
