-- by: typeorm 1.1.1, pg 8.23.1

-- params: ["canary-eve@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "2024-01-02T03:04:05.000+00:00"]
-- results: [0]
INSERT INTO "users"("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT ( "email" ) DO UPDATE SET "email" = EXCLUDED."email", "id" = EXCLUDED."id", "name" = EXCLUDED."name", "phone" = EXCLUDED."phone", "birthday" = EXCLUDED."birthday", "balance" = EXCLUDED."balance", "notes" = EXCLUDED."notes", "active" = EXCLUDED."active", "role" = EXCLUDED."role", "logins" = EXCLUDED."logins", "created_at" = EXCLUDED."created_at" RETURNING "id", "role", "logins", "created_at";

-- params: ["canary-eve@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "2024-01-02T03:04:05.000+00:00", "canary-yan@example.com", "canary Yan", "reader", "0", "2024-01-02T03:04:05.000+00:00"]
-- results: [0]
INSERT INTO "users"("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10), ($11, $12, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, $13, $14, $15) ON CONFLICT ( "email" ) DO UPDATE SET "email" = EXCLUDED."email", "id" = EXCLUDED."id", "name" = EXCLUDED."name", "phone" = EXCLUDED."phone", "birthday" = EXCLUDED."birthday", "balance" = EXCLUDED."balance", "notes" = EXCLUDED."notes", "active" = EXCLUDED."active", "role" = EXCLUDED."role", "logins" = EXCLUDED."logins", "created_at" = EXCLUDED."created_at" RETURNING "id", "role", "logins", "created_at";

-- params: ["canary-eve@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "2024-01-02T03:04:05.000+00:00"]
-- results: [0]
INSERT INTO "users"("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT ( "email" ) DO UPDATE SET "email" = EXCLUDED."email", "id" = EXCLUDED."id", "name" = EXCLUDED."name", "phone" = EXCLUDED."phone", "birthday" = EXCLUDED."birthday", "balance" = EXCLUDED."balance", "notes" = EXCLUDED."notes", "active" = EXCLUDED."active", "role" = EXCLUDED."role", "logins" = EXCLUDED."logins", "created_at" = EXCLUDED."created_at" WHERE ("users"."email" IS DISTINCT FROM EXCLUDED."email" OR "users"."id" IS DISTINCT FROM EXCLUDED."id" OR "users"."name" IS DISTINCT FROM EXCLUDED."name" OR "users"."phone" IS DISTINCT FROM EXCLUDED."phone" OR "users"."birthday" IS DISTINCT FROM EXCLUDED."birthday" OR "users"."balance" IS DISTINCT FROM EXCLUDED."balance" OR "users"."notes" IS DISTINCT FROM EXCLUDED."notes" OR "users"."active" IS DISTINCT FROM EXCLUDED."active" OR "users"."role" IS DISTINCT FROM EXCLUDED."role" OR "users"."logins" IS DISTINCT FROM EXCLUDED."logins" OR "users"."created_at" IS DISTINCT FROM EXCLUDED."created_at") RETURNING "id", "role", "logins", "created_at";

-- params: ["canary-eve@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "2024-01-02T03:04:05.000+00:00"]
-- results: [0]
INSERT INTO "users" AS "User"("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING  RETURNING "id", "role", "logins", "created_at";

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader", "0", "2024-01-02T03:04:05.000+00:00"]
-- results: [0]
INSERT INTO "users" AS "User"("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT ( "email" ) DO UPDATE SET "name" = EXCLUDED."name", "phone" = EXCLUDED."phone" RETURNING "id", "role", "logins", "created_at";
