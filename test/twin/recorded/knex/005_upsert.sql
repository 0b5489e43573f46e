-- by: knex 3.3.0, pg 8.23.1

-- params: ["true", "8675309.75", "1915-12-10", "canary-ada@example.com", "canary Zoe", "{\"canary\":\"zoe\"}", "canary-555-0199"]
-- results: [0]
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values ($1, $2, $3, $4, $5, $6, $7) on conflict ("email") do nothing;

-- params: ["true", "8675309.75", "1915-12-10", "canary-ada@example.com", "canary Zoe", "{\"canary\":\"zoe\"}", "canary-555-0199"]
-- results: [0]
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing;

-- params: ["true", "8675309.75", "1915-12-10", "canary-ada@example.com", "canary Zoe", "{\"canary\":\"zoe\"}", "canary-555-0199"]
-- results: [0]
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values ($1, $2, $3, $4, $5, $6, $7) on conflict ("email") do update set "active" = excluded."active", "balance" = excluded."balance", "birthday" = excluded."birthday", "email" = excluded."email", "name" = excluded."name", "notes" = excluded."notes", "phone" = excluded."phone";

-- params: ["true", "8675309.75", "1915-12-10", "canary-ada@example.com", "canary Zoe", "{\"canary\":\"zoe\"}", "canary-555-0199", "true", "8675309.75", "1915-12-10", "canary-zoe@example.com", "canary Zoe", "{\"canary\":\"zoe\"}", "canary-555-0199"]
-- results: [0]
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values ($1, $2, $3, $4, $5, $6, $7), ($8, $9, $10, $11, $12, $13, $14) on conflict ("email") do update set "name" = excluded."name", "phone" = excluded."phone" returning "id", "name";

-- params: ["true", "8675309.75", "1915-12-10", "canary-zoe@example.com", "canary Zoe", "{\"canary\":\"zoe\"}", "canary-555-0199", "canary merged", "4"]
-- results: [0]
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values ($1, $2, $3, $4, $5, $6, $7) on conflict ("email") do update set "name" = $8,"logins" = $9;

-- params: ["true", "8675309.75", "1915-12-10", "canary-zoe@example.com", "canary Zoe", "{\"canary\":\"zoe\"}", "canary-555-0199", "reader"]
-- results: [0]
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values ($1, $2, $3, $4, $5, $6, $7) on conflict ("email") do update set "logins" = users.logins + 1 where "users"."role" = $8;
