-- description: Rows are compared column by column, sealed ones by their terms (C39)
-- expect: served

select id from users where (id, email) = (1, 'canary-ada@example.com');

-- params: ["canary-bob@example.com", "2"]
select id from users where (email, id) = ($1, $2);

-- params: ["canary-ada@example.com", "1"]
select id from users where (email, id) <> ($1, $2) order by id;

select id from users where row(email, score) is distinct from row('canary-ada@example.com', 867530901) order by id;

select id from users where (email, name) is not distinct from (null, 'Dan');

select id, (email, id) = ('canary-ada@example.com', 1) from users order by id;

select u.id, o.id from users u join orders o on (u.email, u.id) = (o.user_email, o.user_id) order by o.id;

select org from members where (org, member) = (2, 'canary-member-cat');
