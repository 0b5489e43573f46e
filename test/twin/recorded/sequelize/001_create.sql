-- by: sequelize 6.37.8, pg 8.23.1

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "2024-01-02 03:04:05.000 +00:00"]
-- results: [0]
INSERT INTO "users" ("id","email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES (DEFAULT,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10) RETURNING "id","email","name","phone","birthday","balance","notes","active","role","logins","created_at";;

-- params: ["canary-yan@example.com", "canary Yan", "reader", "0", "2024-01-02 03:04:05.000 +00:00"]
-- results: [0]
INSERT INTO "users" ("id","email","name","role","logins","created_at") VALUES (DEFAULT,$1,$2,$3,$4,$5) RETURNING "id","email";;

-- params: ["canary-xia@example.com", "canary Xia"]
-- results: [0]
INSERT INTO "users" ("email","name") VALUES ($1,$2) RETURNING "id","email","name","phone","birthday","balance","notes","active","role","logins","created_at";;

-- params: ["canary-wim@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "2024-01-02 03:04:05.000 +00:00"]
-- results: [0]
INSERT INTO "users" ("id","email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES (DEFAULT,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10) RETURNING "id","email","name","phone","birthday","balance","notes","active","role","logins","created_at";;

-- params: ["1", "Z-1", "new", "86753.09", "canary street 9", "2024-05-06"]
-- results: [0]
INSERT INTO "orders" ("id","user_id","number","status","total","address","placed") VALUES (DEFAULT,$1,$2,$3,$4,$5,$6) RETURNING "id","user_id","number","status","total","address","placed";;

-- simple: true
START TRANSACTION;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."email" = 'canary-ada@example.com';;

-- simple: true
COMMIT;;

-- simple: true
START TRANSACTION;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."email" = 'canary-vic@example.com';;

-- simple: true
CREATE OR REPLACE FUNCTION pg_temp.testfunc(OUT response "users", OUT sequelize_caught_exception text) RETURNS RECORD AS $func_bba57dc16bf949a485075f98b3b4fb00$ BEGIN INSERT INTO "users" ("id","email","name","role","logins","created_at") VALUES (DEFAULT,'canary-vic@example.com','canary Yan','reader',0,'2024-01-02 03:04:05.000 +00:00') RETURNING * INTO response; EXCEPTION WHEN unique_violation THEN GET STACKED DIAGNOSTICS sequelize_caught_exception = PG_EXCEPTION_DETAIL; END $func_bba57dc16bf949a485075f98b3b4fb00$ LANGUAGE plpgsql; SELECT (testfunc.response)."id", (testfunc.response)."email", (testfunc.response)."name", (testfunc.response)."phone", (testfunc.response)."birthday", (testfunc.response)."balance", (testfunc.response)."notes", (testfunc.response)."active", (testfunc.response)."role", (testfunc.response)."logins", (testfunc.response)."created_at", testfunc.sequelize_caught_exception FROM pg_temp.testfunc(); DROP FUNCTION IF EXISTS pg_temp.testfunc();;

-- simple: true
COMMIT;;
