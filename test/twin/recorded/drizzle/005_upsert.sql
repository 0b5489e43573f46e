-- by: drizzle-orm 0.45.4, pg 8.23.1

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
insert into "users" ("id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") values (default, $1, $2, $3, $4, $5, $6, $7, default, default, default) on conflict do nothing;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
insert into "users" ("id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") values (default, $1, $2, $3, $4, $5, $6, $7, default, default, default) on conflict ("email") do nothing returning "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at";

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "canary upserted", "9"]
-- results: [0]
insert into "users" ("id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") values (default, $1, $2, $3, $4, $5, $6, $7, default, default, default) on conflict ("email") do update set "name" = $8, "logins" = $9 returning "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at";

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
insert into "users" ("id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") values (default, $1, $2, $3, $4, $5, $6, $7, default, default, default) on conflict ("email") do update set "name" = excluded.name, "phone" = excluded.phone;

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "canary-yan@example.com", "canary Yan"]
-- results: [0]
insert into "users" ("id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") values (default, $1, $2, $3, $4, $5, $6, $7, default, default, default), (default, $8, $9, default, default, default, default, default, default, default, default) on conflict ("email") do update set "name" = excluded.name returning "id", "name";

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "reader"]
-- results: [0]
insert into "users" ("id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") values (default, $1, $2, $3, $4, $5, $6, $7, default, default, default) on conflict ("email") do update set "logins" = "users"."logins" + 1 where "users"."role" = $8;
