-- by: typeorm 1.1.1, pg 8.23.1

-- params: ["1"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."id" = $1)) LIMIT 1;

-- params: ["1"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE "User"."id" = $1;

-- simple: true
START TRANSACTION;

-- params: ["canary Ada II", "8675309.11", "1"]
-- results: [0]
UPDATE "users" SET "name" = $1, "balance" = $2 WHERE "id" = $3;

-- simple: true
COMMIT;

-- params: [null, "{\"canary\":\"new\"}", "canary-bob@example.com"]
-- results: [0]
UPDATE "users" SET "phone" = $1, "notes" = $2 WHERE "email" = $3;

-- params: ["canary-ada@example.com"]
-- results: [0]
UPDATE "users" SET "logins" = "logins" + 2 WHERE "email" = $1;

-- params: ["false", "editor"]
-- results: [0]
UPDATE "users" SET "active" = $1 WHERE "role" = $2 RETURNING "id", "active";

-- params: ["86753091.50"]
-- results: [0]
DELETE FROM "orders" WHERE "total" = $1;

-- params: ["canary-dan@example.com", "canary-nobody@example.com"]
-- results: [0]
DELETE FROM "users" WHERE "email" IN ($1, $2);

-- params: ["canary-eve@example.com"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."email" = $1)) LIMIT 1;

-- params: ["5"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE "User"."id" = $1;

-- simple: true
START TRANSACTION;

-- params: ["5"]
-- results: [0]
DELETE FROM "users" WHERE "id" = $1;

-- simple: true
COMMIT;

-- params: ["canary-cyd@example.com"]
-- results: [0]
DELETE FROM "users" WHERE "email" = $1;
