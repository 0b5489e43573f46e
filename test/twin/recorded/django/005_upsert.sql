-- by: Django 5.2.19, psycopg 3.3.9

-- simple: true
BEGIN;

-- simple: true
INSERT INTO "users" ("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ('canary-ada@example.com', 'canary Zoe', 'canary-555-0199', '1915-12-10'::date, 8675309.75, '{"canary": "zoe"}'::jsonb, true, 'reader', 0, '2024-01-02 03:04:05+00:00'::timestamptz) ON CONFLICT DO NOTHING;

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- simple: true
INSERT INTO "users" ("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") SELECT * FROM UNNEST(('{canary-ada@example.com,canary-zoe@example.com}')::text[], ('{"canary Zoe","canary Zoe"}')::varchar[], ('{canary-555-0199,canary-555-0199}')::varchar[], ('{1915-12-10,1915-12-10}'::date[])::date[], ('{8675309.75,8675309.75}'::numeric[])::numeric[], ( E'{"{\\"canary\\": \\"zoe\\"}","{\\"canary\\": \\"zoe\\"}"}'::jsonb[])::jsonb[], ('{t,t}'::bool[])::boolean[], ('{reader,reader}')::text[], ('{0,0}'::int4[])::integer[], ('{"2024-01-02 03:04:05+00:00","2024-01-02 03:04:05+00:00"}'::timestamptz[])::timestamp with time zone[]) ON CONFLICT("email") DO UPDATE SET "name" = EXCLUDED."name", "phone" = EXCLUDED."phone" RETURNING "users"."id";

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."email" = 'canary-ada@example.com' LIMIT 21 FOR UPDATE;

-- simple: true
UPDATE "users" SET "name" = 'canary upserted', "birthday" = '1915-12-10'::date, "created_at" = '2024-01-02 03:04:05+00:00'::timestamptz WHERE "users"."id" = 1;

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."email" = 'canary-vic@example.com' LIMIT 21 FOR UPDATE;

-- simple: true
SAVEPOINT "s140193030511488_x1";

-- simple: true
INSERT INTO "users" ("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ('canary-vic@example.com', 'canary Vic', NULL, NULL, NULL, NULL, NULL, 'reader', 0, '2024-01-02 03:04:05+00:00'::timestamptz) RETURNING "users"."id";

-- simple: true
RELEASE SAVEPOINT "s140193030511488_x1";

-- simple: true
COMMIT;
