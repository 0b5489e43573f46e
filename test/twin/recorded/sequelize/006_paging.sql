-- by: sequelize 6.37.8, pg 8.23.1

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" ORDER BY "User"."id" ASC LIMIT 2 OFFSET 1;;

-- simple: true
SELECT count(*) AS "count" FROM "users" AS "User" WHERE "User"."active" = true;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."active" = true ORDER BY "User"."id" DESC LIMIT 2;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."id" > 2 ORDER BY "User"."id" LIMIT 2;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" ORDER BY "User"."email" ASC LIMIT 2;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."birthday" > '1916-01-01' ORDER BY "User"."birthday" LIMIT 2;;

-- simple: true
SELECT count("User"."id") AS "count" FROM "users" AS "User" LEFT OUTER JOIN "orders" AS "orders" ON "User"."id" = "orders"."user_id";;

-- simple: true
SELECT "User".*, "orders"."id" AS "orders.id", "orders"."user_id" AS "orders.userId", "orders"."number" AS "orders.number", "orders"."status" AS "orders.status", "orders"."total" AS "orders.total", "orders"."address" AS "orders.address", "orders"."placed" AS "orders.placed" FROM (SELECT "User"."id", "User"."email", "User"."name", "User"."phone", "User"."birthday", "User"."balance", "User"."notes", "User"."active", "User"."role", "User"."logins", "User"."created_at" AS "createdAt" FROM "users" AS "User" ORDER BY "User"."id" ASC LIMIT 2) AS "User" LEFT OUTER JOIN "orders" AS "orders" ON "User"."id" = "orders"."user_id" ORDER BY "User"."id" ASC;;
