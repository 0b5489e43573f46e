-- description: Ordinals and aliases in GROUP BY mean columns of the select list; a column of FROM comes first (C34)
-- expect: served
-- order: multiset

select user_email, count(*) from orders group by 1;

select count(*), o.user_email, item from orders o group by 3, 2;

select user_email as who, count(*) from orders group by who;

select user_email as item, count(*) from orders group by item, user_email;

select "E-Mail" as "Wo""hin", count(*) from "Odd Names" group by "Wo""hin";

select "E-Mail" from "Odd Names" group by 1;

select score as s, birthday as b, count(*) from users group by s, b;

-- error: 42P10
select user_email, count(*) from orders group by 3;

-- error: 42P10
select user_email from orders order by 2;

-- error: 42P10
select owner, note from accounts order by 3;

-- error: 42P10
select distinct on (0) owner, note from accounts;
