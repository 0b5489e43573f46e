-- by: sequelize 6.37.8, pg 8.23.1

-- simple: true
START TRANSACTION;;

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "2024-01-02 03:04:05.000 +00:00"]
-- results: [0]
INSERT INTO "users" ("id","email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES (DEFAULT,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10) RETURNING "id","email","name","phone","birthday","balance","notes","active","role","logins","created_at";;

-- params: ["6", "T-1", "new", "86753.09", "2024-05-06"]
-- results: [0]
INSERT INTO "orders" ("id","user_id","number","status","total","placed") VALUES (DEFAULT,$1,$2,$3,$4,$5) RETURNING "id","user_id","number","status","total","address","placed";;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."email" = 'canary-zoe@example.com' FOR UPDATE;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."active" = true ORDER BY "User"."id" LIMIT 1 FOR UPDATE SKIP LOCKED;;

-- simple: true
COMMIT;;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "2024-01-02 03:04:05.000 +00:00"]
-- results: [0]
INSERT INTO "users" ("id","email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES (DEFAULT,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10) RETURNING "id","email","name","phone","birthday","balance","notes","active","role","logins","created_at";;

-- simple: true
START TRANSACTION;;

-- simple: true
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;;

-- params: ["canary gone", "1"]
-- results: [0]
UPDATE "users" SET "name"=$1 WHERE "id" = $2;

-- simple: true
ROLLBACK;;
