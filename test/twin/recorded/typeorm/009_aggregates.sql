-- by: typeorm 1.1.1, pg 8.23.1

-- params: ["true"]
-- results: [0]
SELECT COUNT(1) AS "cnt" FROM "users" "User" WHERE (("User"."active" = $1));

-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT COUNT(1) AS "cnt" FROM "users" "User" WHERE (("User"."email" = $1));

-- simple: true
SELECT "u"."role" AS "role", COUNT(*) AS "n" FROM "users" "u" GROUP BY "u"."role" ORDER BY "u"."role" ASC;

-- simple: true
SELECT COUNT("u"."phone") AS "n" FROM "users" "u";

-- simple: true
SELECT SUM("Order"."total") AS "SUM" FROM "orders" "Order";

-- params: ["paid"]
-- results: [0]
SELECT AVG("Order"."total") AS "AVG" FROM "orders" "Order" WHERE (("Order"."status" = $1));

-- simple: true
SELECT MIN("User"."birthday") AS "MIN" FROM "users" "User";

-- simple: true
SELECT MAX("User"."balance") AS "MAX" FROM "users" "User";

-- simple: true
SELECT COUNT(DISTINCT "u"."birthday") AS "n" FROM "users" "u";

-- simple: true
SELECT "u"."birthday" AS "u_birthday", COUNT(*) AS "n" FROM "users" "u" GROUP BY "u"."birthday";

-- simple: true
SELECT DISTINCT "u"."active" AS "active" FROM "users" "u";

-- params: ["1"]
-- results: [0]
SELECT "u"."role" AS "role" FROM "users" "u" GROUP BY "u"."role" HAVING COUNT(*) > $1 ORDER BY "u"."role" ASC;
