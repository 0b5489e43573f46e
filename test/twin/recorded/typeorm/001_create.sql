-- by: typeorm 1.1.1, pg 8.23.1

-- simple: true
START TRANSACTION;

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
INSERT INTO "users"("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ($1, $2, $3, $4, $5, $6, $7, DEFAULT, DEFAULT, DEFAULT) RETURNING "id", "role", "logins", "created_at";

-- simple: true
COMMIT;

-- params: ["canary-yan@example.com", "canary Yan"]
-- results: [0]
INSERT INTO "users"("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ($1, $2, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT) RETURNING "id", "role", "logins", "created_at";

-- simple: true
START TRANSACTION;

-- params: ["canary-xia@example.com", "canary Xia", null, "false"]
-- results: [0]
INSERT INTO "users"("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ($1, $2, $3, DEFAULT, DEFAULT, DEFAULT, $4, DEFAULT, DEFAULT, DEFAULT) RETURNING "id", "role", "logins", "created_at";

-- simple: true
COMMIT;

-- simple: true
START TRANSACTION;

-- params: ["Z-1", "86753.09", "canary street 9", "1"]
-- results: [0]
INSERT INTO "orders"("number", "status", "total", "address", "placed", "user_id") VALUES ($1, DEFAULT, $2, $3, DEFAULT, $4) RETURNING "id", "status", "placed";

-- simple: true
COMMIT;

-- params: ["canary-wim@example.com", "canary Yan", "reader", "0", "2024-01-02T03:04:05.000+00:00"]
-- results: [0]
INSERT INTO "users" AS "User"("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") VALUES ($1, $2, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, $3, $4, $5) RETURNING "id", "email", "role", "logins", "created_at";
