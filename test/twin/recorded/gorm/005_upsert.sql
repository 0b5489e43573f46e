-- by: github.com/jackc/pgx/v5 v5.10.0, gorm.io/driver/postgres v1.6.3, gorm.io/gorm v1.31.2

-- simple: true
begin;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}]
-- results: [1, 1]
INSERT INTO "users" ("email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) ON CONFLICT DO NOTHING RETURNING "created_at","id";

-- simple: true
commit;

-- simple: true
begin;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}]
-- results: [1, 1]
INSERT INTO "users" ("email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) ON CONFLICT ("email") DO NOTHING RETURNING "created_at","id";

-- simple: true
commit;

-- simple: true
begin;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}, "canary-zoe@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}]
-- results: [1, 1]
INSERT INTO "users" ("email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10),($11,$12,$13,$14,$15,$16,$17,$18,$19,$20) ON CONFLICT ("email") DO UPDATE SET "name"="excluded"."name","phone"="excluded"."phone" RETURNING "created_at","id";

-- simple: true
commit;

-- simple: true
begin;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}, "canary upserted"]
-- results: [1, 1]
INSERT INTO "users" ("email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) ON CONFLICT ("email") DO UPDATE SET "name"=$11 RETURNING "created_at","id";

-- simple: true
commit;

-- simple: true
begin;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "reader", {"hex":"00000000"}, {"hex":"0002b0ec8515f340"}]
-- results: [1, 1]
INSERT INTO "users" ("email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) ON CONFLICT ("email") DO UPDATE SET "email"="excluded"."email","name"="excluded"."name","phone"="excluded"."phone","birthday"="excluded"."birthday","balance"="excluded"."balance","notes"="excluded"."notes","active"="excluded"."active","role"="excluded"."role","logins"="excluded"."logins" RETURNING "created_at","id";

-- simple: true
commit;
