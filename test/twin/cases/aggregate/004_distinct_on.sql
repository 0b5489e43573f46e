-- description: DISTINCT ON a column with equality, without ORDER BY
-- expect: served
-- order: multiset

select distinct on (user_email) user_email from orders;

select distinct on (m) user_email as m from orders;

select distinct on (1) user_email from orders;

select distinct on (k_bool) k_bool from kinds;

select distinct on (user_email, item) user_email, item from orders;

-- rows: ignored
select distinct on (active) id, active from users;
