-- description: NOT IN and its NULLs
-- expect: served
-- modes: simple text binary batch

select id from users where email not in ('canary-ada@example.com', '') order by id;

select id from users where email not in ('canary-ada@example.com', null) order by id;

-- params: ["canary-ada@example.com", null]
select id from users where email not in ($1, $2);

select id from users where not (birthday in ('1915-12-10')) order by id;
