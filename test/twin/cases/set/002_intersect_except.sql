-- description: INTERSECT and EXCEPT, with and without ALL (C33)
-- expect: served
-- order: multiset

select email from users intersect select user_email from orders;

select email from users except select user_email from orders;

select user_email from orders except select email from users;

select user_email from orders intersect all select user_email from orders where id in (1, 3, 4);

select user_email from orders except all select user_email from orders where id in (1, 3, 4);

select user_email, item from orders intersect select user_email, item from orders where id > 1;

select user_email, item, 1 as n from orders except select user_email, item, id from orders;

select email from users except select user_email from orders union select 'canary-literal@example.com';

select email from users union select user_email from orders intersect select email from users;

select email from users except (select user_email from orders union select null::text from items where id = 1);

select email from users where id = 1 intersect select 'canary-ada@example.com';

-- params: ["canary-bob@example.com"]
select email from users except select $1;

select birthday from users except select birthday from users where id = 1;

(select email from users order by id limit 3) except (select user_email from orders order by id limit 2);

with a as (select email from users), b as (select user_email from orders) select email from a intersect select user_email from b;

select count(*) from (select email from users except select user_email from orders) s;

select k_free, k_char from kinds intersect select k_free, k_char from kinds where id > 2;
