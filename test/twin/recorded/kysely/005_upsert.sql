-- by: kysely 0.28.18, pg 8.23.1

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
insert into "users" ("email", "name", "phone", "birthday", "balance", "notes", "active") values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
insert into "users" ("email", "name", "phone", "birthday", "balance", "notes", "active") values ($1, $2, $3, $4, $5, $6, $7) on conflict ("email") do nothing returning "id";

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "canary upserted"]
-- results: [0]
insert into "users" ("email", "name", "phone", "birthday", "balance", "notes", "active") values ($1, $2, $3, $4, $5, $6, $7) on conflict ("email") do update set "name" = $8 returning *;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
insert into "users" ("email", "name", "phone", "birthday", "balance", "notes", "active") values ($1, $2, $3, $4, $5, $6, $7), ($8, $9, $10, $11, $12, $13, $14) on conflict ("email") do update set "name" = "excluded"."name", "phone" = "excluded"."phone";

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true", "1", "reader"]
-- results: [0]
insert into "users" ("email", "name", "phone", "birthday", "balance", "notes", "active") values ($1, $2, $3, $4, $5, $6, $7) on conflict ("email") do update set "logins" = "users"."logins" + $8 where "users"."role" = $9;

-- params: ["canary-ada@example.com", "merged"]
-- results: [0]
merge into "orders" using "users" on "users"."id" = "orders"."user_id" when matched and "users"."email" = $1 then update set "status" = $2;
