-- by: Django 5.2.19, psycopg 3.3.9

-- simple: true
BEGIN;

-- simple: true
INSERT INTO "users" ("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ('canary-zoe@example.com', 'canary Zoe', 'canary-555-0199', '1915-12-10'::date, 8675309.75, '{"canary": "zoe"}'::jsonb, true, 'reader', 0, '2024-01-02 03:04:05+00:00'::timestamptz) RETURNING "users"."id";

-- simple: true
INSERT INTO "orders" ("user_id", "number", "status", "total", "address", "placed") VALUES (6, 'T-1', 'new', 86753.09, NULL, '2024-05-06'::date) RETURNING "orders"."id";

-- simple: true
SAVEPOINT "s140193030511488_x2";

-- simple: true
INSERT INTO "users" ("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ('canary-zoe@example.com', 'canary Zoe', 'canary-555-0199', '1915-12-10'::date, 8675309.75, '{"canary": "zoe"}'::jsonb, true, 'reader', 0, '2024-01-02 03:04:05+00:00'::timestamptz) RETURNING "users"."id";

-- simple: true
ROLLBACK TO SAVEPOINT "s140193030511488_x2";

-- simple: true
RELEASE SAVEPOINT "s140193030511488_x2";

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."email" = 'canary-zoe@example.com' LIMIT 21 FOR UPDATE;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."active" ORDER BY "users"."id" ASC LIMIT 1 FOR UPDATE SKIP LOCKED;

-- simple: true
COMMIT;

-- simple: true
INSERT INTO "users" ("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ('canary-ada@example.com', 'canary Zoe', 'canary-555-0199', '1915-12-10'::date, 8675309.75, '{"canary": "zoe"}'::jsonb, true, 'reader', 0, '2024-01-02 03:04:05+00:00'::timestamptz) RETURNING "users"."id";

-- simple: true
BEGIN;

-- simple: true
UPDATE "users" SET "name" = 'canary gone' WHERE "users"."id" = 1;

-- simple: true
ROLLBACK;
