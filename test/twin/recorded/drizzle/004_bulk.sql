-- by: drizzle-orm 0.45.4, pg 8.23.1

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "canary-yan@example.com", "canary Yan", null, "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "canary-wim@example.com", "canary Wim"]
-- results: [0]
insert into "users" ("id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") values (default, $1, $2, $3, $4, $5, $6, $7, default, default, default), (default, $8, $9, $10, $11, $12, $13, $14, default, default, default), (default, $15, $16, default, default, default, default, default, default, default, default) returning "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at";

-- params: ["1", "N-0", "86753.09", "canary street 0", "1", "N-1", "86753.09", "canary street 1", "1", "N-2", "86753.09", "canary street 2", "1", "N-3", "86753.09", "canary street 3", "1", "N-4", "86753.09", "canary street 4"]
-- results: [0]
insert into "orders" ("id", "user_id", "number", "status", "total", "address", "placed") values (default, $1, $2, default, $3, $4, default), (default, $5, $6, default, $7, $8, default), (default, $9, $10, default, $11, $12, default), (default, $13, $14, default, $15, $16, default), (default, $17, $18, default, $19, $20, default);
