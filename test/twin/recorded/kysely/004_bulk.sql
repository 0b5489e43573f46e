-- by: kysely 0.28.18, pg 8.23.1

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "canary-yan@example.com", "canary Yan", "canary-wim@example.com", "canary Wim"]
-- results: [0]
insert into "users" ("email", "name", "phone", "birthday", "balance", "notes", "active") values ($1, $2, $3, $4, $5, $6, $7), ($8, $9, default, default, default, default, default), ($10, $11, default, default, default, default, default) returning "id";

-- params: ["1", "N-0", "86753.09", "canary street 0", "1", "N-1", "86753.09", "canary street 1", "1", "N-2", "86753.09", "canary street 2", "1", "N-3", "86753.09", "canary street 3", "1", "N-4", "86753.09", "canary street 4"]
-- results: [0]
insert into "orders" ("user_id", "number", "total", "address") values ($1, $2, $3, $4), ($5, $6, $7, $8), ($9, $10, $11, $12), ($13, $14, $15, $16), ($17, $18, $19, $20);
