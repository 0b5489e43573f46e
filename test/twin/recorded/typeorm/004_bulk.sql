-- by: typeorm 1.1.1, pg 8.23.1

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "canary-yan@example.com", "canary Yan", "reader", "0", "2024-01-02T03:04:05.000+00:00", "canary-wim@example.com", "canary Yan", "canary-555-0198", "reader", "0", "2024-01-02T03:04:05.000+00:00"]
-- results: [0]
INSERT INTO "users"("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ($1, $2, $3, $4, $5, $6, $7, DEFAULT, DEFAULT, DEFAULT), ($8, $9, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, $10, $11, $12), ($13, $14, $15, DEFAULT, DEFAULT, DEFAULT, DEFAULT, $16, $17, $18) RETURNING "id", "role", "logins", "created_at";

-- simple: true
START TRANSACTION;

-- params: ["N-0", "86753.09", "canary street 0", "1", "N-1", "86753.09", "canary street 1", "1", "N-2", "86753.09", "canary street 2", "1", "N-3", "86753.09", "canary street 3", "1", "N-4", "86753.09", "canary street 4", "1"]
-- results: [0]
INSERT INTO "orders"("number", "status", "total", "address", "placed", "user_id") VALUES ($1, DEFAULT, $2, $3, DEFAULT, $4), ($5, DEFAULT, $6, $7, DEFAULT, $8), ($9, DEFAULT, $10, $11, DEFAULT, $12), ($13, DEFAULT, $14, $15, DEFAULT, $16), ($17, DEFAULT, $18, $19, DEFAULT, $20) RETURNING "id", "status", "placed";

-- simple: true
COMMIT;

-- params: ["7"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE "User"."id" = $1;

-- params: ["6"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE "User"."id" = $1;

-- simple: true
START TRANSACTION;

-- params: ["canary-one@example.com", "7"]
-- results: [0]
UPDATE "users" SET "email" = $1 WHERE "id" = $2;

-- params: ["canary-two@example.com", "6"]
-- results: [0]
UPDATE "users" SET "email" = $1 WHERE "id" = $2;

-- simple: true
COMMIT;
