-- by: @mikro-orm/core 6.6.16, @mikro-orm/postgresql 6.6.16, pg 8.23.1

-- simple: true
select "u0".* from "users" as "u0" order by "u0"."id" asc limit 2 offset 1;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."active" = true order by "u0"."id" desc limit 2;

-- simple: true
select count(*) as "count" from "users" as "u0" where "u0"."active" = true;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."id" > 2 order by "u0"."id" asc limit 2;

-- simple: true
select "u0".* from "users" as "u0" order by "u0"."email" asc limit 2;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."birthday" > '1916-01-01' order by "u0"."birthday" asc limit 2;

-- simple: true
select "u0".* from "users" as "u0" order by "u0"."id" asc limit 3;

-- simple: true
select count(*) as "count" from "users" as "u0";

-- simple: true
select "u0".*, "o1"."id" as "o1__id", "o1"."user_id" as "o1__user_id", "o1"."number" as "o1__number", "o1"."status" as "o1__status", "o1"."total" as "o1__total", "o1"."address" as "o1__address", "o1"."placed" as "o1__placed" from "users" as "u0" left join "orders" as "o1" on "u0"."id" = "o1"."user_id" where "u0"."id" in (select "u0"."id" from (select "u0"."id" from "users" as "u0" left join "orders" as "o1" on "u0"."id" = "o1"."user_id" group by "u0"."id" order by min("u0"."id") asc limit 2) as "u0") order by "u0"."id" asc;
