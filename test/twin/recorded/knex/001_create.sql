-- by: knex 3.3.0, pg 8.23.1

-- params: ["true", "8675309.75", "1915-12-10", "canary-zoe@example.com", "canary Zoe", "{\"canary\":\"zoe\"}", "canary-555-0199"]
-- results: [0]
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values ($1, $2, $3, $4, $5, $6, $7);

-- params: ["canary-yan@example.com", "canary Yan"]
-- results: [0]
insert into "users" ("email", "name") values ($1, $2) returning *;

-- params: ["false", "canary-xia@example.com", "canary Xia"]
-- results: [0]
insert into "users" ("active", "email", "name") values ($1, $2, $3) returning "id", "email";

-- params: ["canary street 9", "Z-1", "86753.09", "1"]
-- results: [0]
insert into "orders" ("address", "number", "total", "user_id") values ($1, $2, $3, $4) returning "id", "total";
