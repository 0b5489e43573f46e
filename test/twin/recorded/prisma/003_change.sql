-- by: @prisma/client 7.10.0, @prisma/adapter-pg 7.10.1, pg 8.23.1

-- params: ["canary Ada II", "8675309.11", "1"]
-- results: [0]
UPDATE "public"."users" SET "name" = $1, "balance" = $2 WHERE ("public"."users"."id" = $3 AND 1=1) RETURNING "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at";

-- params: [null, "{\"canary\":\"new\"}", "canary-bob@example.com"]
-- results: [0]
UPDATE "public"."users" SET "phone" = $1, "notes" = $2 WHERE ("public"."users"."email" = $3 AND 1=1) RETURNING "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at";

-- params: ["2", "canary-ada@example.com"]
-- results: [0]
UPDATE "public"."users" SET "logins" = ("public"."users"."logins" + $1) WHERE ("public"."users"."email" = $2 AND 1=1) RETURNING "public"."users"."id", "public"."users"."logins";

-- params: ["false", "editor"]
-- results: [0]
UPDATE "public"."users" SET "active" = $1 WHERE "public"."users"."role" = $2;

-- params: ["canary-555-0200", "reader"]
-- results: [0]
UPDATE "public"."users" SET "phone" = $1 WHERE "public"."users"."role" = $2 RETURNING "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at";

-- simple: true
BEGIN;

-- params: ["2", "1", "0"]
-- results: [0]
SELECT "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at" FROM "public"."users" WHERE ("public"."users"."id" = $1 AND 1=1) LIMIT $2 OFFSET $3;

-- params: ["paid", "2", "0"]
-- results: [0]
SELECT "public"."orders"."id", "public"."orders"."user_id" FROM "public"."orders" WHERE ("public"."orders"."status" = $1 AND "public"."orders"."user_id" IN ($2)) OFFSET $3;

-- params: ["canary street 8", "3"]
-- results: [0]
UPDATE "public"."orders" SET "address" = $1 WHERE ("public"."orders"."id" IN ($2) AND 1=1);

-- params: ["2", "1"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."id" = $1 LIMIT $2;

-- simple: true
COMMIT;

-- params: ["86753091.50"]
-- results: [0]
DELETE FROM "public"."orders" WHERE "public"."orders"."total" = $1;

-- params: ["1"]
-- results: [0]
DELETE FROM "public"."orders" WHERE ("public"."orders"."id" = $1 AND 1=1) RETURNING "public"."orders"."id", "public"."orders"."user_id", "public"."orders"."number", "public"."orders"."status", "public"."orders"."total", "public"."orders"."address", "public"."orders"."placed";

-- params: ["canary-eve@example.com"]
-- results: [0]
DELETE FROM "public"."users" WHERE ("public"."users"."email" = $1 AND 1=1) RETURNING "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at";

-- params: ["canary-dan@example.com", "canary-nobody@example.com"]
-- results: [0]
DELETE FROM "public"."users" WHERE "public"."users"."email" IN ($1,$2);
