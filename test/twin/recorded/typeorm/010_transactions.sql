-- by: typeorm 1.1.1, pg 8.23.1

-- simple: true
START TRANSACTION;

-- params: ["11"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE "User"."id" = $1;

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "2024-01-02T03:04:05.000+00:00"]
-- results: [0]
INSERT INTO "users"("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING "id", "role", "logins", "created_at";

-- params: ["T-1", "86753.09", "6"]
-- results: [0]
INSERT INTO "orders"("number", "status", "total", "address", "placed", "user_id") VALUES ($1, DEFAULT, $2, DEFAULT, DEFAULT, $3) RETURNING "id", "status", "placed";

-- params: ["canary-zoe@example.com"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."email" = $1)) LIMIT 1 FOR UPDATE;

-- simple: true
SELECT "u"."id" AS "u_id", "u"."email" AS "u_email", "u"."name" AS "u_name", "u"."phone" AS "u_phone", "u"."birthday" AS "u_birthday", "u"."balance" AS "u_balance", "u"."notes" AS "u_notes", "u"."active" AS "u_active", "u"."role" AS "u_role", "u"."logins" AS "u_logins", "u"."created_at" AS "u_created_at" FROM "users" "u" WHERE "u"."active" = true ORDER BY "u"."id" ASC LIMIT 1 FOR UPDATE SKIP LOCKED;

-- simple: true
COMMIT;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "2024-01-02T03:04:05.000+00:00"]
-- results: [0]
INSERT INTO "users"("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING "id", "role", "logins", "created_at";

-- simple: true
START TRANSACTION;

-- simple: true
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;

-- params: ["canary gone", "1"]
-- results: [0]
UPDATE "users" SET "name" = $1 WHERE "id" = $2;

-- simple: true
ROLLBACK;
