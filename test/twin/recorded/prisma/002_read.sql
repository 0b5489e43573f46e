-- by: @prisma/client 7.10.0, @prisma/adapter-pg 7.10.1, pg 8.23.1

-- simple: true
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" ORDER BY "t0"."id" ASC;

-- params: ["1", "1"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE ("t0"."id" = $1 AND 1=1) LIMIT $2;

-- params: ["canary-ada@example.com", "1"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE ("t0"."email" = $1 AND 1=1) LIMIT $2;

-- params: ["canary Bob", "1"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."name" = $1 LIMIT $2;

-- params: ["canary-bob@example.com", "true", "1"]
-- results: [0]
SELECT "t0"."id", "t0"."birthday" FROM "public"."users" AS "t0" WHERE ("t0"."email" = $1 AND "t0"."active" = $2) LIMIT $3;

-- params: ["true"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."active" = $1 ORDER BY "t0"."id" ASC;

-- params: ["canary-ada@example.com"]
-- results: [0]
select * from users where email = $1;

-- params: ["1917-10-03 00:00:00"]
-- results: [0]
select id, email from users where birthday = $1;

-- params: ["1", "2", "3"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."id" IN ($1,$2,$3);
