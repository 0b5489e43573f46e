-- description: NULL beside values
-- expect: served
-- modes: simple text binary batch

-- params: [null]
update users set phone = $1, score = 5 where email is null or id < 3;

update users set phone = null, birthday = '2000-01-01' where active;

-- params: [null]
update users set notes = $1::jsonb where id > 6;

select id, phone, score, birthday, notes from users order by id;
