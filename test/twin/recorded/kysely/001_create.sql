-- by: kysely 0.28.18, pg 8.23.1

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
insert into "users" ("email", "name", "phone", "birthday", "balance", "notes", "active") values ($1, $2, $3, $4, $5, $6, $7);

-- params: ["canary-yan@example.com", "canary Yan"]
-- results: [0]
insert into "users" ("email", "name") values ($1, $2) returning *;

-- params: ["canary-xia@example.com", "canary Xia", "false"]
-- results: [0]
insert into "users" ("email", "name", "active") values ($1, $2, $3) returning "id", "email";

-- params: ["1", "Z-1", "86753.09", "canary street 9"]
-- results: [0]
insert into "orders" ("user_id", "number", "total", "address") values ($1, $2, $3, $4) returning "id", "total" as "sum";
