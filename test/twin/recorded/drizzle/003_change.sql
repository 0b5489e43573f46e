-- by: drizzle-orm 0.45.4, pg 8.23.1

-- params: ["canary Ada II", "8675309.11", "1"]
-- results: [0]
update "users" set "name" = $1, "balance" = $2 where "users"."id" = $3;

-- params: [null, "{\"canary\":\"new\"}", "canary-bob@example.com"]
-- results: [0]
update "users" set "phone" = $1, "notes" = $2 where "users"."email" = $3 returning "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at";

-- params: ["canary-ada@example.com"]
-- results: [0]
update "users" set "logins" = "users"."logins" + 1 where "users"."email" = $1 returning "logins";

-- params: ["false", "editor"]
-- results: [0]
update "users" set "active" = $1 where "users"."role" = $2 returning "id", "active";

-- params: ["86753091.50"]
-- results: [0]
delete from "orders" where "orders"."total" = $1 returning "id", "user_id", "number", "status", "total", "address", "placed";

-- params: ["canary-eve@example.com"]
-- results: [0]
delete from "users" where "users"."email" = $1;

-- params: ["canary-dan@example.com", "canary-nobody@example.com"]
-- results: [0]
delete from "users" where "users"."email" in ($1, $2) returning "id";
