-- description: = with literals, both sides, parentheses
-- expect: served
-- modes: simple text binary batch

select id from users where email = 'canary-ada@example.com';

select id from users where 'canary-bob@example.com' = email;

select id from users where (email) = ('canary-bob@example.com') and active;

select id from users where email = '' or email = 'canary-cyd@example.com' order by id;

select id from users where not (email = 'canary-ada@example.com') order by id;

select id from users where email = null;
