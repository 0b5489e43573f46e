-- description: A condition that fits several rows
-- expect: served
-- modes: simple text binary batch

-- params: ["canary-many", "Ada"]
update users set phone = $1 where name = $2 or id = 4;

update users set phone = 'canary-or' where id = 1 or active;

update users set phone = 'canary-in' where id in (1, 2);

update users set phone = 'canary-range', score = 7 where id between 3 and 5;

select id, phone, score from users order by id;
