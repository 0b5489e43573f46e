-- by: @prisma/client 7.10.0, @prisma/adapter-pg 7.10.1, pg 8.23.1

-- simple: true
BEGIN;

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0"]
-- results: [0]
INSERT INTO "public"."users" ("email","name","phone","birthday","balance","notes","active","role","logins") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9) RETURNING "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at";

-- params: ["6", "T-1", "new", "86753.09"]
-- results: [0]
INSERT INTO "public"."orders" ("user_id","number","status","total") VALUES ($1,$2,$3,$4) RETURNING "public"."orders"."id", "public"."orders"."user_id", "public"."orders"."number", "public"."orders"."status", "public"."orders"."total", "public"."orders"."address", "public"."orders"."placed";

-- params: ["canary-zoe@example.com"]
-- results: [0]
select id from users where email = $1 for update;

-- simple: true
COMMIT;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0"]
-- results: [0]
INSERT INTO "public"."users" ("email","name","phone","birthday","balance","notes","active","role","logins") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9) RETURNING "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at";

-- simple: true
BEGIN;

-- simple: true
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;

-- params: ["canary gone", "1"]
-- results: [0]
UPDATE "public"."users" SET "name" = $1 WHERE ("public"."users"."id" = $2 AND 1=1) RETURNING "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at";

-- simple: true
ROLLBACK;

-- simple: true
BEGIN;

-- params: ["canary-555-0400", "canary-ada@example.com"]
-- results: [0]
UPDATE "public"."users" SET "phone" = $1 WHERE ("public"."users"."email" = $2 AND 1=1) RETURNING "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at";

-- params: ["new"]
-- results: [0]
DELETE FROM "public"."orders" WHERE "public"."orders"."status" = $1;

-- simple: true
COMMIT;
