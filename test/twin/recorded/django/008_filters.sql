-- by: Django 5.2.19, psycopg 3.3.9

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE ("users"."active" AND NOT ("users"."email" = 'canary-ada@example.com')) ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE ("users"."name" = 'canary Bob' OR "users"."phone" IS NULL) ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."email" IN ('canary-ada@example.com', 'canary-cyd@example.com') ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE NOT ("users"."email" IN ('canary-ada@example.com')) ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE ("users"."phone" IS NOT NULL AND NOT ("users"."phone" = '' AND "users"."phone" IS NOT NULL)) ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE NOT "users"."active" ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE ("users"."balance" = 8675309.10 AND "users"."birthday" = '1915-12-10'::date) ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE (NOT ("users"."name" = 'canary Ada') AND ("users"."active" OR "users"."active" IS NULL)) ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."notes" = '{"canary": "ada", "n": 1}'::jsonb ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE UPPER("users"."email"::text) = UPPER('CANARY-ADA@example.com') ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."email"::text LIKE 'canary-a%' ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE UPPER("users"."email"::text) LIKE UPPER('%ADA%') ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."birthday" BETWEEN '1916-01-01'::date AND '1917-12-31'::date ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."birthday" BETWEEN '1916-01-01'::date AND '1916-12-31'::date ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE ("users"."balance" >= 0 AND "users"."balance" <= 8675309.15) ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at", LOWER("users"."email") AS "small" FROM "users" WHERE LOWER("users"."email") = 'canary-ada@example.com' ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE ("users"."notes" -> 'n') = '1'::jsonb ORDER BY "users"."id" ASC;
