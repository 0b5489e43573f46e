-- by: sequelize 6.37.8, pg 8.23.1

-- simple: true
SELECT "User"."id", "User"."email", "User"."name", "User"."phone", "User"."birthday", "User"."balance", "User"."notes", "User"."active", "User"."role", "User"."logins", "User"."created_at" AS "createdAt", "orders"."id" AS "orders.id", "orders"."user_id" AS "orders.userId", "orders"."number" AS "orders.number", "orders"."status" AS "orders.status", "orders"."total" AS "orders.total", "orders"."address" AS "orders.address", "orders"."placed" AS "orders.placed" FROM "users" AS "User" LEFT OUTER JOIN "orders" AS "orders" ON "User"."id" = "orders"."user_id" ORDER BY "User"."id" ASC, "orders"."id" ASC;;

-- simple: true
SELECT "Order"."id", "Order"."user_id" AS "userId", "Order"."number", "Order"."status", "Order"."total", "Order"."address", "Order"."placed", "user"."id" AS "user.id", "user"."email" AS "user.email" FROM "orders" AS "Order" LEFT OUTER JOIN "users" AS "user" ON "Order"."user_id" = "user"."id" ORDER BY "Order"."id" ASC;;

-- simple: true
SELECT "Order"."id", "Order"."user_id" AS "userId", "Order"."number", "Order"."status", "Order"."total", "Order"."address", "Order"."placed", "user"."id" AS "user.id", "user"."email" AS "user.email", "user"."name" AS "user.name", "user"."phone" AS "user.phone", "user"."birthday" AS "user.birthday", "user"."balance" AS "user.balance", "user"."notes" AS "user.notes", "user"."active" AS "user.active", "user"."role" AS "user.role", "user"."logins" AS "user.logins", "user"."created_at" AS "user.createdAt" FROM "orders" AS "Order" INNER JOIN "users" AS "user" ON "Order"."user_id" = "user"."id" AND "user"."email" = 'canary-ada@example.com' ORDER BY "Order"."id" ASC;;

-- simple: true
SELECT "User"."id", "User"."email", "User"."name", "User"."phone", "User"."birthday", "User"."balance", "User"."notes", "User"."active", "User"."role", "User"."logins", "User"."created_at" AS "createdAt", "orders"."id" AS "orders.id", "orders"."user_id" AS "orders.userId", "orders"."number" AS "orders.number", "orders"."status" AS "orders.status", "orders"."total" AS "orders.total", "orders"."address" AS "orders.address", "orders"."placed" AS "orders.placed" FROM "users" AS "User" INNER JOIN "orders" AS "orders" ON "User"."id" = "orders"."user_id" AND "orders"."status" = 'paid' WHERE "User"."email" = 'canary-ada@example.com';;

-- simple: true
SELECT "User"."id", "User"."email", "User"."name", "User"."phone", "User"."birthday", "User"."balance", "User"."notes", "User"."active", "User"."role", "User"."logins", "User"."created_at" AS "createdAt" FROM "users" AS "User" ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "user_id" AS "userId", "number", "status", "total", "address", "placed" FROM "orders" AS "Order" WHERE "Order"."user_id" IN (1, 2, 3, 4, 5) ORDER BY "Order"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."id" = 1;;

-- simple: true
SELECT "id", "user_id" AS "userId", "number", "status", "total", "address", "placed" FROM "orders" AS "Order" WHERE "Order"."user_id" = 1 ORDER BY "Order"."id" ASC;;

-- simple: true
SELECT COUNT("Order"."id") AS "count" FROM "orders" AS "Order" WHERE "Order"."user_id" = 1;;

-- params: ["1", "Q-1", "new", "86753.09", "2024-05-06"]
-- results: [0]
INSERT INTO "orders" ("id","user_id","number","status","total","placed") VALUES (DEFAULT,$1,$2,$3,$4,$5) RETURNING "id","user_id","number","status","total","address","placed";;

-- simple: true
SELECT "Order"."id", "Order"."user_id" AS "userId", "Order"."number", "Order"."status", "Order"."total", "Order"."address", "Order"."placed", "user"."id" AS "user.id", "user"."email" AS "user.email", "user"."name" AS "user.name", "user"."phone" AS "user.phone", "user"."birthday" AS "user.birthday", "user"."balance" AS "user.balance", "user"."notes" AS "user.notes", "user"."active" AS "user.active", "user"."role" AS "user.role", "user"."logins" AS "user.logins", "user"."created_at" AS "user.createdAt" FROM "orders" AS "Order" LEFT OUTER JOIN "users" AS "user" ON "Order"."user_id" = "user"."id" WHERE "user"."email" = 'canary-ada@example.com' ORDER BY "Order"."id" ASC;;
