-- by: Django 5.2.19, psycopg 3.3.9

-- simple: true
INSERT INTO "users" ("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ('canary-zoe@example.com', 'canary Zoe', 'canary-555-0199', '1915-12-10'::date, 8675309.75, '{"canary": "zoe"}'::jsonb, true, 'reader', 0, '2024-01-02 03:04:05+00:00'::timestamptz) RETURNING "users"."id";

-- simple: true
INSERT INTO "users" ("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ('canary-yan@example.com', 'canary Yan', NULL, NULL, NULL, NULL, false, 'reader', 0, '2024-01-02 03:04:05+00:00'::timestamptz) RETURNING "users"."id";

-- simple: true
INSERT INTO "orders" ("user_id", "number", "status", "total", "address", "placed") VALUES (7, 'Z-1', 'new', 86753.09, 'canary street 9', '2024-05-06'::date) RETURNING "orders"."id";

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."email" = 'canary-ada@example.com' LIMIT 21;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."email" = 'canary-xia@example.com' LIMIT 21;

-- simple: true
BEGIN;

-- simple: true
INSERT INTO "users" ("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ('canary-xia@example.com', 'canary Xia', NULL, NULL, NULL, NULL, NULL, 'reader', 0, '2024-01-02 03:04:05+00:00'::timestamptz) RETURNING "users"."id";

-- simple: true
COMMIT;
