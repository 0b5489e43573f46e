-- description: Functions of sealed columns in RETURNING
-- expect: served
-- order: multiset

insert into users (email, phone) values ('canary-new@example.com', 'canary-555-9') returning length(email), left(phone, 6), split_part(email, '@', 2) as domain, email;

update users set email = 'canary-newer@example.com' where id = 1 returning length(email), email || '!', id;

update users set name = 'x' where id > 5 returning left(email, 9);

delete from members where org = 2 returning upper(role), left(member, 9);
