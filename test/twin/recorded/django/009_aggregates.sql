-- by: Django 5.2.19, psycopg 3.3.9

-- simple: true
SELECT COUNT(*) AS "__count" FROM "users" WHERE "users"."active";

-- simple: true
SELECT COUNT(*) AS "__count" FROM "users" WHERE "users"."email" = 'canary-ada@example.com';

-- simple: true
SELECT "users"."role" AS "role", COUNT("users"."id") AS "n" FROM "users" GROUP BY 1 ORDER BY 1 ASC;

-- simple: true
SELECT COUNT("users"."phone") AS "n" FROM "users";

-- simple: true
SELECT COUNT("users"."id") FILTER (WHERE "users"."active") AS "n" FROM "users";

-- simple: true
SELECT SUM("orders"."total") AS "total__sum", AVG("orders"."total") AS "total__avg" FROM "orders";

-- simple: true
SELECT MIN("users"."birthday") AS "birthday__min", MAX("users"."birthday") AS "birthday__max" FROM "users";

-- simple: true
SELECT COUNT(DISTINCT "users"."birthday") AS "n" FROM "users";

-- simple: true
SELECT "users"."birthday" AS "birthday", COUNT("users"."id") AS "n" FROM "users" GROUP BY 1;

-- simple: true
SELECT DISTINCT "users"."active" AS "active" FROM "users";

-- simple: true
SELECT DISTINCT DATE_TRUNC('year', "users"."birthday") AS "datefield" FROM "users" WHERE "users"."birthday" IS NOT NULL ORDER BY 1 ASC;

-- simple: true
SELECT "users"."role" AS "role", COUNT("users"."id") AS "n" FROM "users" GROUP BY 1 HAVING COUNT("users"."id") > 1 ORDER BY 1 ASC;
