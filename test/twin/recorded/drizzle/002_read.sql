-- by: drizzle-orm 0.45.4, pg 8.23.1

-- simple: true
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users";

-- params: ["1"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."id" = $1;

-- params: ["canary-ada@example.com"]
-- results: [0]
select "id", "email" from "users" where "users"."email" = $1;

-- params: ["canary-bob@example.com", "1"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" "users" where "users"."email" = $1 limit $2;

-- simple: true
select "id", "email", "birthday" from "users" "users";

-- params: ["canary-cyd@example.com"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."email" = $1;

-- params: ["canary-dan@example.com"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."email" = $1;

-- params: ["2"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at", upper("role") from "users" where "users"."id" = $1;
