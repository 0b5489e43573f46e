-- by: github.com/jackc/pgx/v5 v5.10.0, gorm.io/driver/postgres v1.6.3, gorm.io/gorm v1.31.2

-- simple: true
begin;

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}]
-- results: [1, 1]
INSERT INTO "users" ("email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) RETURNING "created_at","id";

-- params: [{"hex":"00000006"}, "T-1", "new", "86753.09", "canary street 9", {"hex":"000022bc"}]
-- results: [1, 1]
INSERT INTO "orders" ("user_id","number","status","total","address","placed") VALUES ($1,$2,$3,$4,$5,$6) RETURNING "placed","id";

-- simple: true
SAVEPOINT sp2733238757493648566;

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}]
-- results: [1, 1]
INSERT INTO "users" ("email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) RETURNING "created_at","id";

-- simple: true
ROLLBACK TO SAVEPOINT sp2733238757493648566;

-- params: ["canary-zoe@example.com"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE email = $1 FOR UPDATE;

-- simple: true
commit;

-- simple: true
begin;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}]
-- results: [1, 1]
INSERT INTO "users" ("email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) RETURNING "created_at","id";

-- simple: true
rollback;

-- simple: true
begin;

-- params: ["canary gone", {"hex":"00000001"}]
UPDATE "users" SET "name"=$1 WHERE "id" = $2;

-- simple: true
rollback;
