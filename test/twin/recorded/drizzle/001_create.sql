-- by: drizzle-orm 0.45.4, pg 8.23.1

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
insert into "users" ("id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") values (default, $1, $2, $3, $4, $5, $6, $7, default, default, default);

-- params: ["canary-yan@example.com", "canary Yan", null, "false"]
-- results: [0]
insert into "users" ("id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") values (default, $1, $2, default, default, default, $3, $4, default, default, default) returning "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at";

-- params: ["canary-xia@example.com", "canary Xia"]
-- results: [0]
insert into "users" ("id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") values (default, $1, $2, default, default, default, default, default, default, default, default) returning "id", "email";

-- params: ["1", "Z-1", "86753.09", "canary street 9"]
-- results: [0]
insert into "orders" ("id", "user_id", "number", "status", "total", "address", "placed") values (default, $1, $2, default, $3, $4, default) returning "id", "user_id", "number", "status", "total", "address", "placed";
