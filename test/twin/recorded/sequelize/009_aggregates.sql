-- by: sequelize 6.37.8, pg 8.23.1

-- simple: true
SELECT count(*) AS "count" FROM "users" AS "User" WHERE "User"."active" = true;;

-- simple: true
SELECT count(*) AS "count" FROM "users" AS "User" WHERE "User"."email" = 'canary-ada@example.com';;

-- simple: true
SELECT "role", COUNT("id") AS "n" FROM "users" AS "User" GROUP BY "role" ORDER BY "User"."role";;

-- simple: true
SELECT count("phone") AS "count" FROM "users" AS "User";;

-- simple: true
SELECT sum("total") AS "sum" FROM "orders" AS "Order";;

-- simple: true
SELECT min("birthday") AS "min" FROM "users" AS "User";;

-- simple: true
SELECT count(DISTINCT("birthday")) AS "count" FROM "users" AS "User";;

-- simple: true
SELECT "birthday", COUNT('*') AS "n" FROM "users" AS "User" GROUP BY "birthday";;

-- simple: true
SELECT DISTINCT("active") AS "DISTINCT" FROM "users" AS "User";;

-- simple: true
SELECT "role" FROM "users" AS "User" GROUP BY "role" HAVING COUNT("id") > 1 ORDER BY "User"."role";;
