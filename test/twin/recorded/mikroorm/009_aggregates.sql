-- by: @mikro-orm/core 6.6.16, @mikro-orm/postgresql 6.6.16, pg 8.23.1

-- simple: true
select count(*) as "count" from "users" as "u0" where "u0"."active" = true;

-- simple: true
select count(*) as "count" from "users" as "u0" where "u0"."email" = 'canary-ada@example.com';

-- simple: true
select "u"."role", count(*) as n from "users" as "u" group by "u"."role" order by "u"."role" asc;

-- simple: true
select count("u0"."phone") as "count" from "users" as "u0";

-- simple: true
select count(distinct("u0"."birthday")) as "count" from "users" as "u0";

-- simple: true
select "u"."birthday", count(*) as n from "users" as "u" group by "u"."birthday";

-- simple: true
select sum(o.total) as sum, avg(o.total) as avg from "orders" as "o";

-- simple: true
select min(u.birthday) as min from "users" as "u";

-- simple: true
select distinct "u"."active" from "users" as "u";

-- simple: true
select "u"."role" from "users" as "u" group by "u"."role" having count(*) > 1 order by "u"."role" asc;
