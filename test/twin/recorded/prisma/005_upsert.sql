-- by: @prisma/client 7.10.0, @prisma/adapter-pg 7.10.1, pg 8.23.1

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "canary upserted", "canary-ada@example.com"]
-- results: [0]
INSERT INTO "public"."users" ("email","name","phone","birthday","balance","notes","active","role","logins") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9) ON CONFLICT ("email") DO UPDATE SET "name" = $10 WHERE ("public"."users"."email" = $11 AND 1=1) RETURNING "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at";

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "1", "canary-zoe@example.com"]
-- results: [0]
INSERT INTO "public"."users" ("email","name","phone","birthday","balance","notes","active","role","logins") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9) ON CONFLICT ("email") DO UPDATE SET "logins" = ("public"."users"."logins" + $10) WHERE ("public"."users"."email" = $11 AND 1=1) RETURNING "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at";

-- simple: true
BEGIN;

-- params: ["2", "0"]
-- results: [0]
SELECT "public"."users"."id" FROM "public"."users" WHERE ("public"."users"."id" = $1 AND 1=1) OFFSET $2;

-- params: ["canary-555-0300", null, "2", "2"]
-- results: [0]
UPDATE "public"."users" SET "phone" = $1, "notes" = $2 WHERE ("public"."users"."id" IN ($3) AND ("public"."users"."id" = $4 AND 1=1)) RETURNING "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at";

-- params: ["2", "1"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."id" = $1 LIMIT $2;

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- params: ["canary-ada@example.com", "0"]
-- results: [0]
SELECT "public"."users"."id" FROM "public"."users" WHERE ("public"."users"."email" = $1 AND 1=1) OFFSET $2;

-- params: ["canary-ada@example.com", "1", "1", "0"]
-- results: [0]
SELECT "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at" FROM "public"."users" WHERE (("public"."users"."email" = $1 AND 1=1) AND "public"."users"."id" IN ($2)) LIMIT $3 OFFSET $4;

-- params: ["1", "1"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt", "User_orders"."__prisma_data__" AS "orders" FROM "public"."users" AS "t0" LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t3"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('id', "t2"."id", 'userId', "t2"."user_id", 'number', "t2"."number", 'status', "t2"."status", 'total', "t2"."total", 'address', "t2"."address", 'placed', "t2"."placed") AS "__prisma_data__" FROM (SELECT "t1".* FROM "public"."orders" AS "t1" WHERE "t0"."id" = "t1"."user_id" /* root select */) AS "t2" /* inner select */) AS "t3" /* middle select */) AS "t4" /* outer select */) AS "User_orders" ON true WHERE "t0"."id" = $1 LIMIT $2;

-- simple: true
COMMIT;
