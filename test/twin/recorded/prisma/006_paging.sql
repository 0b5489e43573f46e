-- by: @prisma/client 7.10.0, @prisma/adapter-pg 7.10.1, pg 8.23.1

-- params: ["2", "1"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" ORDER BY "t0"."id" ASC LIMIT $1 OFFSET $2;

-- params: ["2", "2", "1"]
-- results: [0]
SELECT "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at" FROM "public"."users" WHERE "public"."users"."id" >= (SELECT "public"."users"."id" FROM "public"."users" WHERE ("public"."users"."id") = ($1)) ORDER BY "public"."users"."id" ASC LIMIT $2 OFFSET $3;

-- params: ["2", "2"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."id" > $1 ORDER BY "t0"."id" ASC LIMIT $2;

-- params: ["2"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" ORDER BY "t0"."email" ASC LIMIT $1;

-- params: ["1916-01-01", "2"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."birthday" > $1 ORDER BY "t0"."birthday" ASC LIMIT $2;

-- params: ["canary-ada@example.com", "2", "0"]
-- results: [0]
SELECT "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at" FROM "public"."users" WHERE "public"."users"."email" >= (SELECT "public"."users"."email" FROM "public"."users" WHERE ("public"."users"."email") = ($1)) ORDER BY "public"."users"."email" ASC LIMIT $2 OFFSET $3;

-- simple: true
BEGIN;

-- params: ["0"]
-- results: [0]
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "public"."users"."id" FROM "public"."users" WHERE 1=1 OFFSET $1) AS "sub";

-- params: ["2"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" ORDER BY "t0"."id" ASC LIMIT $1;

-- simple: true
COMMIT;
