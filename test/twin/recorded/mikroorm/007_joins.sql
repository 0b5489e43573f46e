-- by: @mikro-orm/core 6.6.16, @mikro-orm/postgresql 6.6.16, pg 8.23.1

-- simple: true
select "u0".* from "users" as "u0" order by "u0"."id" asc;

-- simple: true
select "o0".* from "orders" as "o0" where "o0"."user_id" in (1, 2, 3, 4, 5);

-- simple: true
select "u0".*, "o1"."id" as "o1__id", "o1"."user_id" as "o1__user_id", "o1"."number" as "o1__number", "o1"."status" as "o1__status", "o1"."total" as "o1__total", "o1"."address" as "o1__address", "o1"."placed" as "o1__placed" from "users" as "u0" left join "orders" as "o1" on "u0"."id" = "o1"."user_id" order by "u0"."id" asc, "o1"."id" asc;

-- simple: true
select "o0".* from "orders" as "o0" inner join "users" as "u1" on "o0"."user_id" = "u1"."id" where "u1"."email" = 'canary-ada@example.com' order by "o0"."id" asc;

-- simple: true
select "o0".*, "u1"."id" as "u1__id", "u1"."email" as "u1__email", "u1"."name" as "u1__name", "u1"."phone" as "u1__phone", "u1"."birthday" as "u1__birthday", "u1"."balance" as "u1__balance", "u1"."notes" as "u1__notes", "u1"."active" as "u1__active", "u1"."role" as "u1__role", "u1"."logins" as "u1__logins", "u1"."created_at" as "u1__created_at" from "orders" as "o0" inner join "users" as "u1" on "o0"."user_id" = "u1"."id" order by "o0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" left join "orders" as "o1" on "u0"."id" = "o1"."user_id" where "o1"."status" = 'paid' order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."id" in (select "u0"."id" from "users" as "u0" inner join "orders" as "o1" on "u0"."id" = "o1"."user_id" where "o1"."total" = '86753.09') order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."id" not in (select "u0"."id" from "users" as "u0" inner join "orders" as "o1" on "u0"."id" = "o1"."user_id" where "o1"."status" = 'paid') order by "u0"."id" asc;

-- simple: true
select "u".*, "o"."id" as "o__id", "o"."user_id" as "o__user_id", "o"."number" as "o__number", "o"."status" as "o__status", "o"."total" as "o__total", "o"."address" as "o__address", "o"."placed" as "o__placed" from "users" as "u" left join "orders" as "o" on "u"."id" = "o"."user_id" where "u"."email" = 'canary-ada@example.com';
