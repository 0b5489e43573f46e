-- by: @prisma/client 7.10.0, @prisma/adapter-pg 7.10.1, pg 8.23.1

-- params: ["true", "canary-ada@example.com"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE ("t0"."active" = $1 AND "t0"."email" <> $2) ORDER BY "t0"."id" ASC;

-- params: ["canary Bob"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE ("t0"."name" = $1 OR "t0"."phone" IS NULL) ORDER BY "t0"."id" ASC;

-- params: ["canary-ada@example.com", "canary-cyd@example.com"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."email" IN ($1,$2) ORDER BY "t0"."id" ASC;

-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."email" NOT IN ($1) ORDER BY "t0"."id" ASC;

-- params: [""]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE ("t0"."phone" IS NOT NULL AND (NOT "t0"."phone" = $1)) ORDER BY "t0"."id" ASC;

-- params: ["8675309.10", "1915-12-10"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE ("t0"."balance" = $1 AND "t0"."birthday" = $2) ORDER BY "t0"."id" ASC;

-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."email" = $1;

-- params: ["{\"canary\":\"ada\",\"n\":1}"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."notes"::jsonb = $1;

-- simple: true
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE 1=0;

-- params: ["canary-a"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."email"::text LIKE ($1 || '%') ORDER BY "t0"."id" ASC;

-- params: ["ADA"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."email" ILIKE ('%' || $1 || '%') ORDER BY "t0"."id" ASC;

-- params: ["CANARY-ADA@example.com"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE "t0"."email" ILIKE $1;

-- params: ["1916-01-01", "1917-12-31"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE ("t0"."birthday" >= $1 AND "t0"."birthday" <= $2) ORDER BY "t0"."id" ASC;

-- params: ["0", "8675309.15"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE ("t0"."balance" >= $1 AND "t0"."balance" < $2) ORDER BY "t0"."id" ASC;

-- params: ["n", "1"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE ("t0"."notes"#>ARRAY[$1]::text[])::jsonb::jsonb = $2;
