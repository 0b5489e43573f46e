-- description: Views over grouped columns, and any_value()
-- expect: served
-- order: multiset
-- since: 16
-- user: postgres

begin;

create view by_address as select user_email, count(*) as n from orders group by user_email;

create view addresses as select distinct user_email from orders;

select user_email, n from by_address;

select user_email from addresses where user_email <> 'canary-ada@example.com';

select count(*) from by_address where user_email is null;

select any_value(user_email) from orders where user_email = 'canary-ada@example.com';

select any_value(user_email), item from orders where user_id = 2 group by item;

rollback;
