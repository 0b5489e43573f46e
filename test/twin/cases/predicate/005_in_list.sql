-- description: IN
-- expect: served
-- modes: simple text binary batch

select id from users where email in ('canary-ada@example.com', 'canary-bob@example.com', 'nobody') order by id;

-- params: ["canary-ada@example.com", "canary-cyd@example.com"]
select id from users where email in ($1, $2) order by id;

select id from users where email in ('canary-ada@example.com', null) order by id;

select id from users where score in (867530901, 867530907) order by id;

select id from users where email in ('');
