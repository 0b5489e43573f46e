-- description: Rows in a list and in a subquery, NULLs in both (C39)
-- expect: served

select org from members where (org, member) in ((1, 'canary-member-ann'), (2, 'canary-member-cat')) order by org;

-- params: ["1", "canary-member-ann", "2", "canary-member-cat"]
select org, member from members where (org, member) in (($1, $2), ($3, $4)) order by org;

select org, member from members where (org, member) not in ((1, 'canary-member-ann'), (2, 'canary-member-cat')) order by org, level;

select id from users where (email, id) not in (('canary-ada@example.com', 1), (null, 2)) order by id;

select id from users where (email, id) in (select user_email, user_id from orders) order by id;

select id from users where (id, email) not in (select user_id, user_email from orders where user_email is not null and user_id is not null) order by id;

-- params: ["canary-ada@example.com"]
select id from orders o where ($1, o.user_id) in (select email, id from users) order by id;
