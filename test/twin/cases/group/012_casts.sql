-- description: Grouped columns under casts that change no value, and rows of them in IN
-- expect: served
-- order: multiset

select user_email::text, count(*) from orders group by user_email::text;

select user_email::text as e, count(*) from orders group by e;

select note::text, count(*) from orders group by note;

select distinct user_email::varchar, item from orders;

select count(distinct note::text) from orders;

select name from users where (email, 1) in (select user_email, 1 from orders group by user_email);
