-- description: UNION tells sealed values apart by their terms (C33)
-- expect: served
-- order: multiset

select email from users union select user_email from orders;

select user_email from orders union select user_email from orders;

select user_email, item from orders union select email, name from users;

select user_email as mail, 1 as n from orders union select email, 2 from users;

select birthday, score from users union select birthday, score from users;

select email from users where id < 3 union select user_email from orders union select 'canary-literal@example.com';

select 'canary-ada@example.com' as m union select email from users;

select email from users union select null;

-- params: ["canary-ada@example.com"]
select email from users where id = 1 union select $1;

select email from users union all select user_email from orders union select email from users;

(select email from users order by id limit 2) union (select user_email from orders order by id limit 2);

with o as (select user_email from orders where id > 2) select email from users union select user_email from o;

select u.email, u.n from (select email, 'u' as n from users union select user_email, 'o' from orders) u where u.email <> 'x';

select m, count(*) from (select email as m from users union select user_email from orders) s group by m;

select id from users where exists (select email from users union select user_email from orders);

select k_text, k_numeric, k_date from kinds union select k_text, k_numeric, k_date from kinds;

select * from (select email from users union (select user_email from orders union distinct select email from users)) s;

select note from orders union select note from orders union all select note from orders;

select user_email as x, id from orders union select email, id from users order by id, 2;

select /* one */ user_email from orders /* two */ UNION /* three */ select email as "order" from users -- four
;
