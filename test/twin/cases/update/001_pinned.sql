-- description: UPDATE of a sealed column pinned by the primary key
-- expect: served
-- modes: simple text binary batch

update users set email = 'canary-upd@example.com' where id = 1;

-- params: ["canary-upd2@example.com", "2"]
update users set email = $1, name = 'Bob 2' where id = $2;

update users set phone = NULL where id = 2;

update users set phone = '', score = 7 where id = 3 and active = false;

select id, email, name, phone, score from users order by id;
