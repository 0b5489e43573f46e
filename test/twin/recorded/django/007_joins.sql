-- by: Django 5.2.19, psycopg 3.3.9

-- simple: true
SELECT "orders"."id", "orders"."user_id", "orders"."number", "orders"."status", "orders"."total", "orders"."address", "orders"."placed", "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "orders" INNER JOIN "users" ON ("orders"."user_id" = "users"."id") ORDER BY "orders"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" ORDER BY "users"."id" ASC;

-- simple: true
SELECT "orders"."id", "orders"."user_id", "orders"."number", "orders"."status", "orders"."total", "orders"."address", "orders"."placed" FROM "orders" WHERE "orders"."user_id" IN (1, 2, 3, 4, 5);

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" ORDER BY "users"."id" ASC;

-- simple: true
SELECT "orders"."id", "orders"."user_id", "orders"."number", "orders"."status", "orders"."total", "orders"."address", "orders"."placed" FROM "orders" WHERE ("orders"."total" = 86753.09 AND "orders"."user_id" IN (1, 2, 3, 4, 5)) ORDER BY "orders"."id" ASC;

-- simple: true
SELECT "orders"."id", "orders"."user_id", "orders"."number", "orders"."status", "orders"."total", "orders"."address", "orders"."placed" FROM "orders" INNER JOIN "users" ON ("orders"."user_id" = "users"."id") WHERE "users"."email" = 'canary-ada@example.com' ORDER BY "orders"."id" ASC;

-- simple: true
SELECT "users"."id" AS "id", "orders"."number" AS "orders__number" FROM "users" INNER JOIN "orders" ON ("users"."id" = "orders"."user_id") WHERE "orders"."total" = 86753.09 ORDER BY 1 ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE NOT (EXISTS(SELECT 1 AS "a" FROM "orders" U1 WHERE (U1."status" = 'paid' AND U1."user_id" = ("users"."id")) LIMIT 1)) ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id" AS "id", COUNT("orders"."id") AS "n" FROM "users" LEFT OUTER JOIN "orders" ON ("users"."id" = "orders"."user_id") GROUP BY 1 ORDER BY 1 ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at", COUNT("orders"."id") AS "n" FROM "users" LEFT OUTER JOIN "orders" ON ("users"."id" = "orders"."user_id") GROUP BY "users"."id" ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE EXISTS(SELECT 1 AS "a" FROM "orders" U0 WHERE (U0."total" = 86753.09 AND U0."user_id" = ("users"."id")) LIMIT 1) ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id" AS "id", (SELECT U0."total" AS "total" FROM "orders" U0 WHERE U0."user_id" = ("users"."id") ORDER BY U0."id" ASC LIMIT 1) AS "first" FROM "users" ORDER BY 1 ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."id" IN (SELECT U0."user_id" AS "user_id" FROM "orders" U0 WHERE U0."status" = 'paid') ORDER BY "users"."id" ASC;

-- simple: true
(SELECT "users"."email" AS "email" FROM "users" WHERE "users"."active") UNION ALL (SELECT "users"."email" AS "email" FROM "users" WHERE "users"."role" = 'editor');

-- simple: true
(SELECT "users"."email" AS "email" FROM "users" WHERE "users"."active") UNION (SELECT "users"."email" AS "email" FROM "users" WHERE "users"."role" = 'editor');

-- simple: true
SELECT DISTINCT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" INNER JOIN "orders" ON ("users"."id" = "orders"."user_id") WHERE "orders"."status" = 'paid' ORDER BY "users"."id" ASC;
