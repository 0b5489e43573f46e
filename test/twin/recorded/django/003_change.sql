-- by: Django 5.2.19, psycopg 3.3.9

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."id" = 1 LIMIT 21;

-- simple: true
UPDATE "users" SET "email" = 'canary-ada@example.com', "name" = 'canary Ada II', "phone" = 'canary-555-0101', "birthday" = '1915-12-10'::date, "balance" = 8675309.10, "notes" = '{"n": 1, "canary": "ada"}'::jsonb, "active" = true, "role" = 'admin', "logins" = 7, "created_at" = '2024-01-02 03:04:05+00:00'::timestamptz WHERE "users"."id" = 1;

-- simple: true
UPDATE "users" SET "balance" = 8675309.11, "notes" = '{"canary": "new"}'::jsonb WHERE "users"."id" = 1;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."id" = 1 LIMIT 21;

-- simple: true
UPDATE "users" SET "phone" = NULL WHERE "users"."email" = 'canary-bob@example.com';

-- simple: true
UPDATE "users" SET "logins" = ("users"."logins" + 1) WHERE "users"."email" = 'canary-ada@example.com';

-- simple: true
UPDATE "users" SET "active" = false WHERE "users"."role" = 'editor';

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."role" = 'editor' ORDER BY "users"."id" ASC;

-- simple: true
BEGIN;

-- simple: true
UPDATE "users" SET "phone" = (CASE WHEN ("users"."id" = 4) THEN 'canary-555-024' WHEN ("users"."id" = 5) THEN 'canary-555-025' ELSE NULL END)::varchar(20) WHERE "users"."id" IN (4, 5);

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- simple: true
DELETE FROM "orders" WHERE "orders"."total" = 86753091.50;

-- simple: true
COMMIT;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."email" = 'canary-eve@example.com';

-- simple: true
BEGIN;

-- simple: true
DELETE FROM "orders" WHERE "orders"."user_id" IN (5);

-- simple: true
DELETE FROM "users" WHERE "users"."id" IN (5);

-- simple: true
COMMIT;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."email" = 'canary-dan@example.com' LIMIT 21;

-- simple: true
BEGIN;

-- simple: true
DELETE FROM "orders" WHERE "orders"."user_id" IN (4);

-- simple: true
DELETE FROM "users" WHERE "users"."id" IN (4);

-- simple: true
COMMIT;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."email" IN ('canary-cyd@example.com', 'canary-nobody@example.com');

-- simple: true
BEGIN;

-- simple: true
DELETE FROM "orders" WHERE "orders"."user_id" IN (3);

-- simple: true
DELETE FROM "users" WHERE "users"."id" IN (3);

-- simple: true
COMMIT;
