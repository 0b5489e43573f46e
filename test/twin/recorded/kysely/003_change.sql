-- by: kysely 0.28.18, pg 8.23.1

-- params: ["canary Ada II", "8675309.11", "1"]
-- results: [0]
update "users" set "name" = $1, "balance" = $2 where "id" = $3;

-- params: [null, "{\"canary\":\"new\"}", "canary-bob@example.com"]
-- results: [0]
update "users" set "phone" = $1, "notes" = $2 where "email" = $3 returning *;

-- params: ["1", "canary-ada@example.com"]
-- results: [0]
update "users" set "logins" = "logins" + $1 where "email" = $2 returning "logins";

-- params: ["false", "editor"]
-- results: [0]
update "users" set "active" = $1 where "role" = $2 returning "id", "active";

-- params: ["held", "canary-ada@example.com"]
-- results: [0]
update "orders" set "status" = $1 from "users" where "users"."id" = "orders"."user_id" and "users"."email" = $2;

-- params: ["86753091.50"]
-- results: [0]
delete from "orders" where "total" = $1 returning *;

-- params: ["canary-eve@example.com"]
-- results: [0]
delete from "users" where "email" = $1;

-- params: ["canary-dan@example.com", "canary-nobody@example.com"]
-- results: [0]
delete from "users" where "email" in ($1, $2);

-- params: ["canary-bob@example.com"]
-- results: [0]
delete from "orders" using "users" where "users"."id" = "orders"."user_id" and "users"."email" = $1;
