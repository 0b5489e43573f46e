-- by: @prisma/client 7.10.0, @prisma/adapter-pg 7.10.1, pg 8.23.1

-- params: ["0"]
-- results: [0]
SELECT "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at" FROM "public"."users" WHERE 1=1 ORDER BY "public"."users"."id" ASC OFFSET $1;

-- params: ["1", "2", "3", "4", "5", "0"]
-- results: [0]
SELECT "public"."orders"."id", "public"."orders"."user_id", "public"."orders"."number", "public"."orders"."status", "public"."orders"."total", "public"."orders"."address", "public"."orders"."placed" FROM "public"."orders" WHERE "public"."orders"."user_id" IN ($1,$2,$3,$4,$5) ORDER BY "public"."orders"."id" ASC OFFSET $6;

-- params: ["0"]
-- results: [0]
SELECT "public"."orders"."id", "public"."orders"."user_id", "public"."orders"."number", "public"."orders"."status", "public"."orders"."total", "public"."orders"."address", "public"."orders"."placed" FROM "public"."orders" WHERE 1=1 ORDER BY "public"."orders"."id" ASC OFFSET $1;

-- params: ["1", "1", "2", "3", "4", "4", "0"]
-- results: [0]
SELECT "public"."users"."id", "public"."users"."email" FROM "public"."users" WHERE "public"."users"."id" IN ($1,$2,$3,$4,$5,$6) OFFSET $7;

-- simple: true
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt", "User_orders"."__prisma_data__" AS "orders" FROM "public"."users" AS "t0" LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t3"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('id', "t2"."id", 'userId', "t2"."user_id", 'number', "t2"."number", 'status', "t2"."status", 'total', "t2"."total", 'address', "t2"."address", 'placed', "t2"."placed") AS "__prisma_data__", "t2"."id" FROM (SELECT "t1".* FROM "public"."orders" AS "t1" WHERE "t0"."id" = "t1"."user_id" /* root select */) AS "t2" /* inner select */) AS "t3" ORDER BY "t3"."id" ASC /* middle select */) AS "t4" /* outer select */) AS "User_orders" ON true ORDER BY "t0"."id" ASC;

-- params: ["1"]
-- results: [0]
SELECT "t0"."id", "t0"."user_id" AS "userId", "t0"."number", "t0"."status", "t0"."total", "t0"."address", "t0"."placed", "Order_user"."__prisma_data__" AS "user" FROM "public"."orders" AS "t0" LEFT JOIN LATERAL (SELECT JSONB_BUILD_OBJECT('email', "t1"."email") AS "__prisma_data__" FROM "public"."users" AS "t1" WHERE "t0"."user_id" = "t1"."id" LIMIT $1) AS "Order_user" ON true ORDER BY "t0"."id" ASC;

-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT "t0"."id", "t0"."user_id" AS "userId", "t0"."number", "t0"."status", "t0"."total", "t0"."address", "t0"."placed" FROM "public"."orders" AS "t0" LEFT JOIN "public"."users" AS "j1" ON ("j1"."id") = ("t0"."user_id") WHERE ("j1"."email" = $1 AND ("j1"."id" IS NOT NULL)) ORDER BY "t0"."id" ASC;

-- params: ["86753.09"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE EXISTS(SELECT "t1"."user_id" FROM "public"."orders" AS "t1" WHERE ("t1"."total" = $1 AND ("t0"."id") = ("t1"."user_id") AND "t1"."user_id" IS NOT NULL)) ORDER BY "t0"."id" ASC;

-- params: ["paid"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE NOT EXISTS(SELECT "t1"."user_id" FROM "public"."orders" AS "t1" WHERE ("t1"."status" = $1 AND ("t0"."id") = ("t1"."user_id") AND "t1"."user_id" IS NOT NULL)) ORDER BY "t0"."id" ASC;

-- params: ["paid"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" WHERE NOT EXISTS(SELECT "t1"."user_id" FROM "public"."orders" AS "t1" WHERE ((NOT "t1"."status" = $1) AND ("t0"."id") = ("t1"."user_id") AND "t1"."user_id" IS NOT NULL)) ORDER BY "t0"."id" ASC;

-- params: ["0"]
-- results: [0]
SELECT "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at", COALESCE("aggr_selection_0_Order"."_aggr_count_orders", 0) AS "_aggr_count_orders" FROM "public"."users" LEFT JOIN (SELECT "public"."orders"."user_id", COUNT(*) AS "_aggr_count_orders" FROM "public"."orders" WHERE 1=1 GROUP BY "public"."orders"."user_id") AS "aggr_selection_0_Order" ON ("public"."users"."id" = "aggr_selection_0_Order"."user_id") WHERE 1=1 ORDER BY "public"."users"."id" ASC OFFSET $1;

-- params: ["canary-ada@example.com", "1"]
-- results: [0]
SELECT "t0"."id", "User_orders"."__prisma_data__" AS "orders" FROM "public"."users" AS "t0" LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t3"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('id', "t2"."id", 'userId', "t2"."user_id", 'number', "t2"."number", 'status', "t2"."status", 'total', "t2"."total", 'address', "t2"."address", 'placed', "t2"."placed") AS "__prisma_data__", "t2"."id" FROM (SELECT "t1".* FROM "public"."orders" AS "t1" WHERE "t0"."id" = "t1"."user_id" /* root select */) AS "t2" /* inner select */) AS "t3" ORDER BY "t3"."id" ASC /* middle select */) AS "t4" /* outer select */) AS "User_orders" ON true WHERE ("t0"."email" = $1 AND 1=1) LIMIT $2;

-- params: ["canary Bob"]
-- results: [0]
SELECT "t0"."id", "t0"."user_id" AS "userId", "t0"."number", "t0"."status", "t0"."total", "t0"."address", "t0"."placed" FROM "public"."orders" AS "t0" LEFT JOIN "public"."users" AS "orderby_1" ON ("orderby_1"."id") = ("t0"."user_id") LEFT JOIN "public"."users" AS "j1" ON ("j1"."id") = ("t0"."user_id") WHERE ("j1"."name" = $1 AND ("j1"."id" IS NOT NULL)) ORDER BY "orderby_1"."id" ASC;

-- params: ["0", "1"]
-- results: [0]
SELECT "t0"."id", "t0"."email", "t0"."name", "t0"."phone", "t0"."birthday", "t0"."balance", "t0"."notes", "t0"."active", "t0"."role", "t0"."logins", "t0"."created_at" AS "createdAt" FROM "public"."users" AS "t0" LEFT JOIN (SELECT "public"."orders"."user_id", COUNT(*) AS "orderby_aggregator" FROM "public"."orders" WHERE 1=1 GROUP BY "public"."orders"."user_id") AS "orderby_1_Order" ON ("t0"."id" = "orderby_1_Order"."user_id") ORDER BY COALESCE("orderby_1_Order"."orderby_aggregator", $1) DESC, "t0"."id" ASC LIMIT $2;
