-- by: sequelize 6.37.8, pg 8.23.1

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "2024-01-02 03:04:05.000 +00:00"]
-- results: [0]
INSERT INTO "users" ("email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) ON CONFLICT ("email") DO UPDATE SET "role"=EXCLUDED."role","logins"=EXCLUDED."logins","created_at"=EXCLUDED."created_at","email"=EXCLUDED."email","name"=EXCLUDED."name","phone"=EXCLUDED."phone","birthday"=EXCLUDED."birthday","balance"=EXCLUDED."balance","notes"=EXCLUDED."notes","active"=EXCLUDED."active" RETURNING "id","email","name","phone","birthday","balance","notes","active","role","logins","created_at";;

-- params: ["canary-vic@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "2024-01-02 03:04:05.000 +00:00"]
-- results: [0]
INSERT INTO "users" ("email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) ON CONFLICT ("email") DO UPDATE SET "name"=EXCLUDED."name" RETURNING "id","email","name","phone","birthday","balance","notes","active","role","logins","created_at";;

-- params: ["2", "canary-bob@example.com", "canary Bob II"]
-- results: [0]
INSERT INTO "users" ("id","email","name") VALUES ($1,$2,$3) ON CONFLICT ("id") DO UPDATE SET "id"=EXCLUDED."id","email"=EXCLUDED."email","name"=EXCLUDED."name" RETURNING "id","email","name","phone","birthday","balance","notes","active","role","logins","created_at";;
