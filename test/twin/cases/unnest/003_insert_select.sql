-- description: INSERT ... SELECT that seals what is plain, computed or of another type
-- expect: served

insert into users (id, email) select id + 200, name || '-canary' from users where id < 3 returning id, email;

insert into users (id, email, phone) select id + 300, lower(user_email) || id, note from orders where id in (1, 3);

insert into users (id, name, email) select id + 400, item, item || amount || id from orders where id < 3;

insert into users (id, email) select v.a, v.b from (values (501, 'canary-w1'), (502, 'canary-w2'), (503, 'canary-w3')) as v(a, b) where v.a > 501 order by v.a limit 5 returning id, email;

insert into users (id, email) select o.id + 600, u.phone || o.note from orders o join users u on u.id = o.user_id where o.id = 1;

select id, email, phone, name from users order by id;
