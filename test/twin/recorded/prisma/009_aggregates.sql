-- by: @prisma/client 7.10.0, @prisma/adapter-pg 7.10.1, pg 8.23.1

-- params: ["true", "0"]
-- results: [0]
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "public"."users"."id" FROM "public"."users" WHERE "public"."users"."active" = $1 OFFSET $2) AS "sub";

-- params: ["canary-ada@example.com", "0"]
-- results: [0]
SELECT COUNT(*) AS "_count$_all" FROM (SELECT "public"."users"."id" FROM "public"."users" WHERE "public"."users"."email" = $1 OFFSET $2) AS "sub";

-- params: ["0"]
-- results: [0]
SELECT COUNT("phone") AS "_count$phone", COUNT(*) AS "_count$_all" FROM (SELECT "public"."users"."phone" FROM "public"."users" WHERE 1=1 OFFSET $1) AS "sub";

-- params: ["0"]
-- results: [0]
SELECT COUNT(*) AS "_count$_all", "public"."users"."role" FROM "public"."users" WHERE 1=1 GROUP BY "public"."users"."role" ORDER BY "public"."users"."role" ASC OFFSET $1;

-- params: ["0"]
-- results: [0]
SELECT SUM("total") AS "_sum$total", AVG("total") AS "_avg$total" FROM (SELECT "public"."orders"."total" FROM "public"."orders" WHERE 1=1 OFFSET $1) AS "sub";

-- params: ["0"]
-- results: [0]
SELECT MIN("birthday") AS "_min$birthday", MAX("birthday") AS "_max$birthday" FROM (SELECT "public"."users"."birthday" FROM "public"."users" WHERE 1=1 OFFSET $1) AS "sub";

-- params: ["true", "0"]
-- results: [0]
SELECT SUM("logins") AS "_sum$logins" FROM (SELECT "public"."users"."logins" FROM "public"."users" WHERE "public"."users"."active" = $1 OFFSET $2) AS "sub";

-- params: ["0"]
-- results: [0]
SELECT COUNT(*) AS "_count$_all", "public"."users"."birthday" FROM "public"."users" WHERE 1=1 GROUP BY "public"."users"."birthday" OFFSET $1;

-- simple: true
SELECT DISTINCT ON ("t0"."active") "t0"."id", "t0"."active" FROM "public"."users" AS "t0";

-- params: ["1", "0"]
-- results: [0]
SELECT "public"."users"."role" FROM "public"."users" WHERE 1=1 GROUP BY "public"."users"."role" HAVING COUNT("public"."users"."logins") > $1 ORDER BY "public"."users"."role" ASC OFFSET $2;
