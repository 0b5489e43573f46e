-- by: @prisma/client 7.10.0, @prisma/adapter-pg 7.10.1, pg 8.23.1

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0"]
-- results: [0]
INSERT INTO "public"."users" ("email","name","phone","birthday","balance","notes","active","role","logins") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9) RETURNING "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at";

-- params: ["canary-yan@example.com", "canary Yan", "reader", "0"]
-- results: [0]
INSERT INTO "public"."users" ("email","name","role","logins") VALUES ($1,$2,$3,$4) RETURNING "public"."users"."id", "public"."users"."email";

-- simple: true
BEGIN;

-- params: ["canary-xia@example.com", "canary Yan", "reader", "0"]
-- results: [0]
INSERT INTO "public"."users" ("email","name","role","logins") VALUES ($1,$2,$3,$4) RETURNING "public"."users"."id";

-- params: ["8", "Z-1", "new", "86753.09", "canary street 9", "8", "Z-2", "new"]
-- results: [0]
INSERT INTO "public"."orders" ("user_id","number","status","total","address") VALUES ($1,$2,$3,$4,$5), ($6,$7,$8,null,null);

-- params: ["8", "1"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt", "User_orders"."__prisma_data__" AS "orders" FROM "public"."users" AS "t0" LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t3"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('id', "t2"."id", 'userId', "t2"."user_id", 'number', "t2"."number", 'status', "t2"."status", 'total', "t2"."total", 'address', "t2"."address", 'placed', "t2"."placed") AS "__prisma_data__" FROM (SELECT "t1".* FROM "public"."orders" AS "t1" WHERE "t0"."id" = "t1"."user_id" /* root select */) AS "t2" /* inner select */) AS "t3" /* middle select */) AS "t4" /* outer select */) AS "User_orders" ON true WHERE "t0"."id" = $1 LIMIT $2;

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- params: ["canary-ada@example.com", "1", "0"]
-- results: [0]
SELECT "public"."users"."id" FROM "public"."users" WHERE ("public"."users"."email" = $1 AND 1=1) LIMIT $2 OFFSET $3;

-- params: ["1", "Z-3", "new", "86753.09"]
-- results: [0]
INSERT INTO "public"."orders" ("user_id","number","status","total") VALUES ($1,$2,$3,$4) RETURNING "public"."orders"."id";

-- params: ["9", "1"]
-- results: [0]
SELECT "t0"."id", "t0"."user_id" AS "userId", "t0"."number", "t0"."status", "t0"."total", "t0"."address", "t0"."placed" FROM "public"."orders" AS "t0" WHERE "t0"."id" = $1 LIMIT $2;

-- simple: true
COMMIT;
