-- by: drizzle-orm 0.45.4, pg 8.23.1

-- simple: true
begin;

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
insert into "users" ("id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") values (default, $1, $2, $3, $4, $5, $6, $7, default, default, default) returning "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at";

-- params: ["6", "T-1", "86753.09"]
-- results: [0]
insert into "orders" ("id", "user_id", "number", "status", "total", "address", "placed") values (default, $1, $2, default, $3, default, default);

-- simple: true
savepoint sp1;

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
insert into "users" ("id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") values (default, $1, $2, $3, $4, $5, $6, $7, default, default, default);

-- simple: true
rollback to savepoint sp1;

-- params: ["canary-zoe@example.com"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."email" = $1 for update;

-- simple: true
commit;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
insert into "users" ("id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") values (default, $1, $2, $3, $4, $5, $6, $7, default, default, default);

-- simple: true
begin;

-- params: ["canary gone", "1"]
-- results: [0]
update "users" set "name" = $1 where "users"."id" = $2;

-- simple: true
rollback;
