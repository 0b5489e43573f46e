-- description: UPDATE into a duplicate gives 23505
-- expect: served

-- error: 23505
update users set email = 'canary-bob@example.com' where id = 1;

-- params: ["canary-member-ben", "canary-member-ann"]
-- error: 23505
update members set member = $1 where org = 1 and member = $2;

select id, email from users where id = 1;
