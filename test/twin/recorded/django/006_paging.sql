-- by: Django 5.2.19, psycopg 3.3.9

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."id" > 2 ORDER BY "users"."id" ASC LIMIT 2;

-- simple: true
SELECT COUNT(*) AS "__count" FROM "users";

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" ORDER BY "users"."email" ASC LIMIT 2;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" WHERE "users"."birthday" > '1916-01-01'::date ORDER BY "users"."birthday" ASC LIMIT 2;

-- simple: true
SELECT "users"."id", "users"."email", "users"."name", "users"."phone", "users"."birthday", "users"."balance", "users"."notes", "users"."active", "users"."role", "users"."logins", "users"."created_at" FROM "users" ORDER BY "users"."id" DESC LIMIT 1;
