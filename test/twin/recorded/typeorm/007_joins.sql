-- by: typeorm 1.1.1, pg 8.23.1

-- simple: true
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at", "User__User_orders"."id" AS "User__User_orders_id", "User__User_orders"."number" AS "User__User_orders_number", "User__User_orders"."status" AS "User__User_orders_status", "User__User_orders"."total" AS "User__User_orders_total", "User__User_orders"."address" AS "User__User_orders_address", "User__User_orders"."placed" AS "User__User_orders_placed", "User__User_orders"."user_id" AS "User__User_orders_user_id" FROM "users" "User" LEFT JOIN "orders" "User__User_orders" ON "User__User_orders"."user_id"="User"."id" ORDER BY "User"."id" ASC, "User__User_orders"."id" ASC;

-- simple: true
SELECT "Order"."id" AS "Order_id", "Order"."number" AS "Order_number", "Order"."status" AS "Order_status", "Order"."total" AS "Order_total", "Order"."address" AS "Order_address", "Order"."placed" AS "Order_placed", "Order"."user_id" AS "Order_user_id", "Order__Order_user"."id" AS "Order__Order_user_id", "Order__Order_user"."email" AS "Order__Order_user_email", "Order__Order_user"."name" AS "Order__Order_user_name", "Order__Order_user"."phone" AS "Order__Order_user_phone", "Order__Order_user"."birthday" AS "Order__Order_user_birthday", "Order__Order_user"."balance" AS "Order__Order_user_balance", "Order__Order_user"."notes" AS "Order__Order_user_notes", "Order__Order_user"."active" AS "Order__Order_user_active", "Order__Order_user"."role" AS "Order__Order_user_role", "Order__Order_user"."logins" AS "Order__Order_user_logins", "Order__Order_user"."created_at" AS "Order__Order_user_created_at" FROM "orders" "Order" LEFT JOIN "users" "Order__Order_user" ON "Order__Order_user"."id"="Order"."user_id" ORDER BY "Order"."id" ASC;

-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT "Order"."id" AS "Order_id", "Order"."number" AS "Order_number", "Order"."status" AS "Order_status", "Order"."total" AS "Order_total", "Order"."address" AS "Order_address", "Order"."placed" AS "Order_placed", "Order"."user_id" AS "Order_user_id" FROM "orders" "Order" LEFT JOIN "users" "Order__Order_user" ON "Order__Order_user"."id"="Order"."user_id" WHERE (((("Order__Order_user"."email" = $1)))) ORDER BY "Order"."id" ASC;

-- params: ["paid", "canary-ada@example.com"]
-- results: [0]
SELECT "u"."id" AS "u_id", "u"."email" AS "u_email", "u"."name" AS "u_name", "u"."phone" AS "u_phone", "u"."birthday" AS "u_birthday", "u"."balance" AS "u_balance", "u"."notes" AS "u_notes", "u"."active" AS "u_active", "u"."role" AS "u_role", "u"."logins" AS "u_logins", "u"."created_at" AS "u_created_at", "o"."id" AS "o_id", "o"."number" AS "o_number", "o"."status" AS "o_status", "o"."total" AS "o_total", "o"."address" AS "o_address", "o"."placed" AS "o_placed", "o"."user_id" AS "o_user_id" FROM "users" "u" LEFT JOIN "orders" "o" ON "o"."user_id"="u"."id" AND ("o"."status" = $1) WHERE "u"."email" = $2;

-- params: ["86753.09"]
-- results: [0]
SELECT "u"."id" AS "u_id", "u"."email" AS "u_email" FROM "users" "u" INNER JOIN "orders" "o" ON "o"."user_id"="u"."id" WHERE "o"."total" = $1 ORDER BY "u_id" ASC;

-- params: ["86753.09"]
-- results: [0]
SELECT "u"."id" AS "u_id", "u"."email" AS "u_email", "u"."name" AS "u_name", "u"."phone" AS "u_phone", "u"."birthday" AS "u_birthday", "u"."balance" AS "u_balance", "u"."notes" AS "u_notes", "u"."active" AS "u_active", "u"."role" AS "u_role", "u"."logins" AS "u_logins", "u"."created_at" AS "u_created_at" FROM "users" "u" WHERE EXISTS (SELECT 1 FROM "orders" "o" WHERE "o"."user_id" = "u"."id" AND "o"."total" = $1) ORDER BY "u"."id" ASC;

-- simple: true
SELECT "u"."id" AS "u_id", "u"."email" AS "u_email", "u"."name" AS "u_name", "u"."phone" AS "u_phone", "u"."birthday" AS "u_birthday", "u"."balance" AS "u_balance", "u"."notes" AS "u_notes", "u"."active" AS "u_active", "u"."role" AS "u_role", "u"."logins" AS "u_logins", "u"."created_at" AS "u_created_at" FROM "users" "u" WHERE "u"."id" IN (SELECT "o"."user_id" FROM "orders" "o" WHERE "o"."status" = 'paid') ORDER BY "u"."id" ASC;

-- params: ["1"]
-- results: [0]
SELECT "orders"."id" AS "orders_id", "orders"."number" AS "orders_number", "orders"."status" AS "orders_status", "orders"."total" AS "orders_total", "orders"."address" AS "orders_address", "orders"."placed" AS "orders_placed", "orders"."user_id" AS "orders_user_id" FROM "orders" "orders" WHERE "orders"."user_id" IN ($1);

-- simple: true
SELECT "u"."email" AS "email", (SELECT COUNT(*) FROM "orders" "o" WHERE "o"."user_id" = "u"."id") AS "n" FROM "users" "u" ORDER BY "u"."id" ASC;

-- params: ["canary Bob"]
-- results: [0]
SELECT t.email AS "email" FROM (SELECT "u"."email" AS "email", "u"."name" AS "name" FROM "users" "u" WHERE "u"."active" = true) "t" WHERE t.name = $1;
