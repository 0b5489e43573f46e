-- description: UPDATE of plain columns, found by sealed ones
-- expect: served
-- modes: simple text binary batch

update users set name = 'X', active = not active where email = 'canary-ada@example.com';

update users set name = name || '!' where email in ('canary-bob@example.com', 'canary-cyd@example.com');

update users set name = 'none' where email is null;

-- params: ["1915-12-10"]
update users set active = false where birthday = $1;

select id, name, active from users order by id;
