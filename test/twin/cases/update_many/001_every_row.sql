-- description: UPDATE of every row, each with a value of its own key
-- expect: served
-- modes: simple text binary batch

update users set phone = 'canary-everyone';

select id, phone from users order by id;

-- params: ["canary-all-2"]
update users set phone = $1, email = null;

select id, phone, email from users order by id;
