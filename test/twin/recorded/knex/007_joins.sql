-- by: knex 3.3.0, pg 8.23.1

-- simple: true
select "orders".*, "users"."email" from "orders" inner join "users" on "users"."id" = "orders"."user_id" order by "orders"."id" asc;

-- params: ["canary-ada@example.com"]
-- results: [0]
select "users"."email", "orders"."number", "orders"."total" from "users" left join "orders" on "orders"."user_id" = "users"."id" where "users"."email" = $1 order by "orders"."id" asc;

-- params: ["86753.09"]
-- results: [0]
with "big" as (select * from "orders" where "total" = $1) select "big"."number", "users"."name" from "big" inner join "users" on "users"."id" = "big"."user_id" order by "big"."id" asc;

-- params: ["86753.09"]
-- results: [0]
select * from "users" where exists (select 1 from "orders" where orders.user_id = users.id and "total" = $1) order by "id" asc;

-- params: ["paid"]
-- results: [0]
select * from "users" where "id" in (select "user_id" from "orders" where "status" = $1) order by "id" asc;

-- simple: true
select "email", (select count(*) from "orders" where orders.user_id = users.id) as "n" from "users" order by "id" asc;

-- params: ["true", "editor"]
-- results: [0]
select "email" from "users" where "active" = $1 union all select "email" from "users" where "role" = $2;

-- params: ["true", "editor"]
-- results: [0]
select "email" from "users" where "active" = $1 union select "email" from "users" where "role" = $2;

-- params: ["true", "canary Bob"]
-- results: [0]
select * from (select * from "users" where "active" = $1) as "t" where "t"."name" = $2;
