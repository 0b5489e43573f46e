-- by: knex 3.3.0, pg 8.23.1

-- params: ["true", "8675309.75", "1915-12-10", "canary-zoe@example.com", "canary Zoe", "{\"canary\":\"zoe\"}", "canary-555-0199", "canary-yan@example.com", "canary Yan", "canary-wim@example.com", "canary Wim", null]
-- results: [0]
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values ($1, $2, $3, $4, $5, $6, $7), (DEFAULT, DEFAULT, DEFAULT, $8, $9, DEFAULT, DEFAULT), (DEFAULT, DEFAULT, DEFAULT, $10, $11, DEFAULT, $12) returning "id";

-- simple: true
BEGIN;;

-- params: ["canary street 0", "N-0", "86753.09", "1", "canary street 1", "N-1", "86753.09", "1"]
-- results: [0]
insert into "orders" ("address", "number", "total", "user_id") values ($1, $2, $3, $4), ($5, $6, $7, $8);

-- params: ["canary street 2", "N-2", "86753.09", "1", "canary street 3", "N-3", "86753.09", "1"]
-- results: [0]
insert into "orders" ("address", "number", "total", "user_id") values ($1, $2, $3, $4), ($5, $6, $7, $8);

-- params: ["canary street 4", "N-4", "86753.09", "1"]
-- results: [0]
insert into "orders" ("address", "number", "total", "user_id") values ($1, $2, $3, $4);

-- simple: true
COMMIT;;
