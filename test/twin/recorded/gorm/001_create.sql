-- by: github.com/jackc/pgx/v5 v5.10.0, gorm.io/driver/postgres v1.6.3, gorm.io/gorm v1.31.2

-- simple: true
begin;

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}]
-- results: [1, 1]
INSERT INTO "users" ("email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) RETURNING "created_at","id";

-- simple: true
commit;

-- simple: true
begin;

-- params: ["canary-yan@example.com", "canary Zoe"]
-- results: [1, 1]
INSERT INTO "users" ("email","name") VALUES ($1,$2) RETURNING "created_at","id";

-- simple: true
commit;

-- simple: true
begin;

-- params: [{"hex":"00000001"}, "Z-1", "new", "86753.09", "canary street 9", {"hex":"000022bc"}]
-- results: [1, 1]
INSERT INTO "orders" ("user_id","number","status","total","address","placed") VALUES ($1,$2,$3,$4,$5,$6) RETURNING "placed","id";

-- simple: true
commit;

-- simple: true
begin;

-- params: ["canary-xia@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}]
-- results: [1, 1]
INSERT INTO "users" ("email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) RETURNING "created_at","id";

-- simple: true
commit;

-- params: ["canary-ada@example.com", {"hex":"0000000000000001"}]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE "users"."email" = $1 ORDER BY "users"."id" LIMIT $2;

-- simple: true
begin;

-- params: [{"hex":"00"}, "canary-wim@example.com", "canary Wim"]
-- results: [1, 1]
INSERT INTO "users" ("active","email","name") VALUES ($1,$2,$3) RETURNING "created_at","id";

-- simple: true
commit;
