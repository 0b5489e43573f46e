-- description: No row at all: the tag says so
-- expect: served
-- modes: simple text binary batch

update users set phone = 'canary-none' where id > 1000;

-- params: ["canary-none"]
update users set phone = $1 where false returning id, phone;

select id, phone from users order by id;
