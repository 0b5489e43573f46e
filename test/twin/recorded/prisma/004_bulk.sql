-- by: @prisma/client 7.10.0, @prisma/adapter-pg 7.10.1, pg 8.23.1

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "canary-yan@example.com", "canary Yan", "reader", "0", "canary-wim@example.com", "canary Yan", null, "reader", "0"]
-- results: [0]
INSERT INTO "public"."users" ("email","name","phone","birthday","balance","notes","active","role","logins") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9), ($10,$11,null,null,null,null,null,$12,$13), ($14,$15,$16,null,null,null,null,$17,$18);

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0"]
-- results: [0]
INSERT INTO "public"."users" ("email","name","phone","birthday","balance","notes","active","role","logins") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9) ON CONFLICT DO NOTHING;

-- params: ["canary-one@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "canary-two@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0"]
-- results: [0]
INSERT INTO "public"."users" ("email","name","phone","birthday","balance","notes","active","role","logins") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9), ($10,$11,$12,$13,$14,$15,$16,$17,$18) RETURNING "public"."users"."id", "public"."users"."email", "public"."users"."name", "public"."users"."phone", "public"."users"."birthday", "public"."users"."balance", "public"."users"."notes", "public"."users"."active", "public"."users"."role", "public"."users"."logins", "public"."users"."created_at";

-- params: ["1", "N-0", "new", "86753.09", "canary street 0", "1", "N-1", "new", "86753.09", "canary street 1", "1", "N-2", "new", "86753.09", "canary street 2", "1", "N-3", "new", "86753.09", "canary street 3", "1", "N-4", "new", "86753.09", "canary street 4"]
-- results: [0]
INSERT INTO "public"."orders" ("user_id","number","status","total","address") VALUES ($1,$2,$3,$4,$5), ($6,$7,$8,$9,$10), ($11,$12,$13,$14,$15), ($16,$17,$18,$19,$20), ($21,$22,$23,$24,$25);
