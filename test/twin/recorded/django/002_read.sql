-- by: Django 5.2.19, psycopg 3.3.9

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."id" = 1 LIMIT 21;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."email" = 'canary-ada@example.com' LIMIT 21;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."name" = 'canary Bob' ORDER BY "users"."id" ASC LIMIT 1;

-- simple: true
SELECT 1 AS "a" FROM "users" WHERE "users"."email" = 'canary-ada@example.com' LIMIT 1;

-- simple: true
SELECT "users"."id" AS "id", "users"."email" AS "email" FROM "users" ORDER BY 1 ASC;

-- simple: true
SELECT "users"."email" AS "email" FROM "users" ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email" FROM "users" ORDER BY "users"."id" ASC;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" ORDER BY "users"."id" ASC;

-- simple: true
select * from users where email = 'canary-cyd@example.com';

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."email" IN ('canary-ada@example.com', 'canary-bob@example.com');

-- simple: true
SELECT CASE WHEN "users"."active" THEN 'yes' ELSE 'no' END AS "on" FROM "users" ORDER BY "users"."id" ASC;

-- simple: true
SELECT COALESCE("users"."phone", 'canary none') AS "tel" FROM "users" ORDER BY "users"."id" ASC;
