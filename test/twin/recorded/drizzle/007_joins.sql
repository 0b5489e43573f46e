-- by: drizzle-orm 0.45.4, pg 8.23.1

-- simple: true
select "orders"."id", "orders"."user_id", "orders"."number", "orders"."status", "orders"."total", "orders"."address", "orders"."placed", "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" from "orders" inner join "users" on "orders"."user_id" = "users"."id" order by "orders"."id";

-- params: ["canary-ada@example.com"]
-- results: [0]
select "orders"."number", "users"."email" from "users" left join "orders" on "orders"."user_id" = "users"."id" where "users"."email" = $1 order by "orders"."id";

-- params: ["86753.09"]
-- results: [0]
with "big" as (select "id", "user_id", "number", "status", "total", "address", "placed" from "orders" where "orders"."total" = $1) select "big"."number", "users"."name" from "big" inner join "users" on "big"."user_id" = "users"."id" order by "big"."id";

-- params: ["paid"]
-- results: [0]
select "users"."email", "n" from "users" inner join (select "user_id", count(*) as "n" from "orders" where "orders"."status" = $1 group by "orders"."user_id") "paid" on "paid"."user_id" = "users"."id" order by "users"."id";

-- params: ["86753.09"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where exists (select 1 from "orders" where ("orders"."user_id" = "users"."id" and "orders"."total" = $1)) order by "users"."id";

-- params: ["paid"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."id" in (select "user_id" from "orders" where "orders"."status" = $1) order by "users"."id";

-- simple: true
select "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at", "users_orders"."data" as "orders" from "users" "users" left join lateral (select coalesce(json_agg(json_build_array("users_orders"."id", "users_orders"."user_id", "users_orders"."number", "users_orders"."status", "users_orders"."total", "users_orders"."address", "users_orders"."placed")), '[]'::json) as "data" from "orders" "users_orders" where "users_orders"."user_id" = "users"."id") "users_orders" on true;

-- params: ["1", "2"]
-- results: [0]
select "orders"."id", "orders"."user_id", "orders"."number", "orders"."status", "orders"."total", "orders"."address", "orders"."placed", "orders_user"."data" as "user" from "orders" "orders" left join lateral (select json_build_array("orders_user"."email") as "data" from (select * from "users" "orders_user" where "orders_user"."id" = "orders"."user_id" limit $1) "orders_user") "orders_user" on true limit $2;
