-- description: <> and !=
-- expect: served
-- modes: simple text binary batch

select id from users where email <> 'canary-ada@example.com' order by id;

select id from users where email != 'canary-ada@example.com' order by id;

-- params: ["canary-bob@example.com"]
select id from users where $1 <> email order by id;

select id from users where email <> null;
