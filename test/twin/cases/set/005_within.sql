-- description: Set operations of sealed columns within other statements: conditions, counts, CTEs, INSERT of what they count
-- expect: served

select count(*) from (select email from users union select user_email from orders) s;

with both_ as (select email from users intersect select user_email from orders) select count(*), count(email) from both_;

select count(*) from (select email from users except select user_email from orders) s where s.email is not null;

select (select count(*) from (select email from users union all select user_email from orders) a) as all_, id from users where id = 1;
