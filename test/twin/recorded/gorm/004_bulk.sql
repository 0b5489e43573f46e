-- by: github.com/jackc/pgx/v5 v5.10.0, gorm.io/driver/postgres v1.6.3, gorm.io/gorm v1.31.2

-- simple: true
begin;

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}, "canary-yan@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}, "canary-wim@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}]
-- results: [1, 1]
INSERT INTO "users" ("email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10),($11,$12,$13,$14,$15,$16,$17,$18,$19,$20),($21,$22,$23,$24,$25,$26,$27,$28,$29,$30) RETURNING "created_at","id";

-- simple: true
commit;

-- simple: true
begin;

-- params: [{"hex":"00000001"}, "N-0", "new", "86753.09", "canary street 9", {"hex":"000022bc"}, {"hex":"00000001"}, "N-1", "new", "86753.09", "canary street 9", {"hex":"000022bc"}, {"hex":"00000001"}, "N-2", "new", "86753.09", "canary street 9", {"hex":"000022bc"}]
-- results: [1, 1]
INSERT INTO "orders" ("user_id","number","status","total","address","placed") VALUES ($1,$2,$3,$4,$5,$6),($7,$8,$9,$10,$11,$12),($13,$14,$15,$16,$17,$18) RETURNING "placed","id";

-- params: [{"hex":"00000001"}, "N-3", "new", "86753.09", "canary street 9", {"hex":"000022bc"}, {"hex":"00000001"}, "N-4", "new", "86753.09", "canary street 9", {"hex":"000022bc"}]
-- results: [1, 1]
INSERT INTO "orders" ("user_id","number","status","total","address","placed") VALUES ($1,$2,$3,$4,$5,$6),($7,$8,$9,$10,$11,$12) RETURNING "placed","id";

-- simple: true
commit;
