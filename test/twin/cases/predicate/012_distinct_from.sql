-- description: IS [NOT] DISTINCT FROM
-- expect: served
-- modes: simple text binary batch

select id from users where email is not distinct from 'canary-ada@example.com';

select id from users where email is distinct from 'canary-ada@example.com' order by id;

select id from users where email is not distinct from null;

-- params: [null]
select id from users where email is not distinct from $1;

-- params: ["canary-bob@example.com"]
select id from users where email is distinct from $1 order by id;
