-- by: sequelize 6.37.8, pg 8.23.1

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."id" = 1;;

-- params: ["canary Ada II", "1"]
-- results: [0]
UPDATE "users" SET "name"=$1 WHERE "id" = $2;

-- params: [null, "{\"canary\":\"new\"}", "1"]
-- results: [0]
UPDATE "users" SET "phone"=$1,"notes"=$2 WHERE "id" = $3;

-- simple: true
UPDATE "users" SET "logins"="logins"+ 2 WHERE "id" = 1 RETURNING *;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."id" = 1;;

-- params: ["8675309.11", "canary-bob@example.com"]
-- results: [0]
UPDATE "users" SET "balance"=$1 WHERE "email" = $2 RETURNING "id","email","name","phone","birthday","balance","notes","active","role","logins","created_at";

-- params: ["false", "editor"]
-- results: [0]
UPDATE "users" SET "active"=$1 WHERE "role" = $2;

-- simple: true
DELETE FROM "orders" WHERE "total" = '86753091.50';

-- simple: true
DELETE FROM "users" WHERE "email" IN ('canary-dan@example.com', 'canary-nobody@example.com');

-- simple: true
DELETE FROM "users" WHERE "id" = 1;
