-- by: github.com/jackc/pgx/v5 v5.10.0, gorm.io/driver/postgres v1.6.3, gorm.io/gorm v1.31.2

-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" ORDER BY id;

-- params: [{"hex":"00000001"}, {"hex":"00000002"}, {"hex":"00000003"}, {"hex":"00000004"}, {"hex":"00000005"}]
-- results: [1, 1, 0, 0, 0, 0, 1]
SELECT * FROM "orders" WHERE "orders"."user_id" IN ($1,$2,$3,$4,$5);

-- results: [1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT "orders"."id","orders"."user_id","orders"."number","orders"."status","orders"."total","orders"."address","orders"."placed","User"."id" AS "User__id","User"."email" AS "User__email","User"."name" AS "User__name","User"."phone" AS "User__phone","User"."birthday" AS "User__birthday","User"."balance" AS "User__balance","User"."notes" AS "User__notes","User"."active" AS "User__active","User"."role" AS "User__role","User"."logins" AS "User__logins","User"."created_at" AS "User__created_at" FROM "orders" LEFT JOIN "users" "User" ON "orders"."user_id" = "User"."id" ORDER BY orders.id;

-- params: ["canary-ada@example.com"]
-- results: [1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT "orders"."id","orders"."user_id","orders"."number","orders"."status","orders"."total","orders"."address","orders"."placed","User"."id" AS "User__id","User"."email" AS "User__email","User"."name" AS "User__name","User"."phone" AS "User__phone","User"."birthday" AS "User__birthday","User"."balance" AS "User__balance","User"."notes" AS "User__notes","User"."active" AS "User__active","User"."role" AS "User__role","User"."logins" AS "User__logins","User"."created_at" AS "User__created_at" FROM "orders" INNER JOIN "users" "User" ON "orders"."user_id" = "User"."id" AND "User"."email" = $1 ORDER BY orders.id;

-- params: ["canary-ada@example.com"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE email = $1;

-- params: [{"hex":"00000001"}, "86753.09"]
-- results: [1, 1, 0, 0, 0, 0, 1]
SELECT * FROM "orders" WHERE "orders"."user_id" = $1 AND total = $2;

-- params: ["86753.09"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT "users"."id","users"."email","users"."name","users"."phone","users"."birthday","users"."balance","users"."notes","users"."active","users"."role","users"."logins","users"."created_at" FROM "users" JOIN orders ON orders.user_id = users.id AND orders.total = $1 ORDER BY users.id;

-- params: ["paid"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE id IN (SELECT "user_id" FROM "orders" WHERE status = $1) ORDER BY id;

-- params: ["86753.09"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE EXISTS (SELECT 1 FROM "orders" WHERE orders.user_id = users.id AND total = $1) ORDER BY id;

-- params: [{"hex":"01"}, "canary Bob"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM (SELECT * FROM "users" WHERE active = $1) as u WHERE u.name = $2;

-- params: [{"hex":"00000001"}]
-- results: [1, 1, 0, 0, 0, 0, 1]
SELECT * FROM "orders" WHERE "orders"."user_id" = $1 ORDER BY id;
