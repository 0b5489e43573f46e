-- by: typeorm 1.1.1, pg 8.23.1

-- simple: true
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" ORDER BY "User"."id" ASC LIMIT 2 OFFSET 1;

-- params: ["true"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."active" = $1)) ORDER BY "User"."id" DESC LIMIT 2;

-- params: ["true"]
-- results: [0]
SELECT COUNT(1) AS "cnt" FROM "users" "User" WHERE (("User"."active" = $1));

-- params: ["2"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."id" > $1)) ORDER BY "User"."id" ASC LIMIT 2;

-- simple: true
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" ORDER BY "User"."email" ASC LIMIT 2;

-- params: ["1916-01-01"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."birthday" > $1)) ORDER BY "User"."birthday" ASC LIMIT 2;

-- simple: true
SELECT DISTINCT "distinctAlias"."User_id" AS "ids_User_id", "distinctAlias"."User_id" FROM (SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at", "User__User_orders"."id" AS "User__User_orders_id", "User__User_orders"."number" AS "User__User_orders_number", "User__User_orders"."status" AS "User__User_orders_status", "User__User_orders"."total" AS "User__User_orders_total", "User__User_orders"."address" AS "User__User_orders_address", "User__User_orders"."placed" AS "User__User_orders_placed", "User__User_orders"."user_id" AS "User__User_orders_user_id" FROM "users" "User" LEFT JOIN "orders" "User__User_orders" ON "User__User_orders"."user_id"="User"."id") "distinctAlias" ORDER BY "distinctAlias"."User_id" ASC, "User_id" ASC LIMIT 2;

-- simple: true
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at", "User__User_orders"."id" AS "User__User_orders_id", "User__User_orders"."number" AS "User__User_orders_number", "User__User_orders"."status" AS "User__User_orders_status", "User__User_orders"."total" AS "User__User_orders_total", "User__User_orders"."address" AS "User__User_orders_address", "User__User_orders"."placed" AS "User__User_orders_placed", "User__User_orders"."user_id" AS "User__User_orders_user_id" FROM "users" "User" LEFT JOIN "orders" "User__User_orders" ON "User__User_orders"."user_id"="User"."id" WHERE "User"."id" IN (1, 2) ORDER BY "User"."id" ASC;

-- simple: true
SELECT COUNT(DISTINCT("User"."id")) AS "cnt" FROM "users" "User" LEFT JOIN "orders" "User__User_orders" ON "User__User_orders"."user_id"="User"."id";
