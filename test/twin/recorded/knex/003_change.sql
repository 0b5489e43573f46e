-- by: knex 3.3.0, pg 8.23.1

-- params: ["canary Ada II", "8675309.11", "1"]
-- results: [0]
update "users" set "name" = $1, "balance" = $2 where "id" = $3;

-- params: [null, "{\"canary\":\"new\"}", "canary-bob@example.com"]
-- results: [0]
update "users" set "phone" = $1, "notes" = $2 where "email" = $3 returning "id", "phone";

-- params: ["2", "canary-ada@example.com"]
-- results: [0]
update "users" set "logins" = "logins" + $1 where "email" = $2;

-- params: ["false", "editor"]
-- results: [0]
update "users" set "active" = $1 where "role" = $2 returning *;

-- params: ["86753091.50"]
-- results: [0]
delete from "orders" where "total" = $1;

-- params: ["canary-eve@example.com"]
-- results: [0]
delete from "users" where "email" = $1 returning *;

-- params: ["canary-dan@example.com", "canary-nobody@example.com"]
-- results: [0]
delete from "users" where "email" in ($1, $2);
