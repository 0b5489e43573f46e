-- by: kysely 0.28.18, pg 8.23.1

-- simple: true
select "orders".*, "users"."email" from "orders" inner join "users" on "users"."id" = "orders"."user_id" order by "orders"."id";

-- params: ["canary-ada@example.com"]
-- results: [0]
select "users"."email", "orders"."number", "orders"."total" from "users" left join "orders" on "orders"."user_id" = "users"."id" where "users"."email" = $1 order by "orders"."id";

-- params: ["86753.09"]
-- results: [0]
with "big" as (select * from "orders" where "total" = $1) select "big"."number", "users"."name" from "big" inner join "users" on "users"."id" = "big"."user_id" order by "big"."id";

-- params: ["86753.09"]
-- results: [0]
select * from "users" where exists (select "orders"."id" from "orders" where "orders"."user_id" = "users"."id" and "total" = $1) order by "id";

-- params: ["paid"]
-- results: [0]
select * from "users" where "id" in (select "user_id" from "orders" where "status" = $1) order by "id";

-- simple: true
select "email", (select count(*) as "n" from "orders" where "orders"."user_id" = "users"."id") as "n" from "users" order by "id";

-- params: ["1"]
-- results: [0]
select "users"."email", "first"."number", "first"."total" from "users" inner join lateral (select "number", "total" from "orders" where "orders"."user_id" = "users"."id" order by "orders"."id" limit $1) as "first" on true order by "users"."id";

-- simple: true
select "id", (select coalesce(json_agg(agg), '[]') from (select "number", "total" from "orders" where "orders"."user_id" = "users"."id" order by "orders"."id") as agg) as "orders" from "users";

-- simple: true
select "number", (select to_json(obj) from (select "email" from "users" where "users"."id" = "orders"."user_id") as obj) as "user" from "orders";

-- params: ["true", "editor"]
-- results: [0]
select "email" from "users" where "active" = $1 union all select "email" from "users" where "role" = $2;
