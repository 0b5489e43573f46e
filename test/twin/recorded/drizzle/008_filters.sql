-- by: drizzle-orm 0.45.4, pg 8.23.1

-- params: ["true", "canary-ada@example.com"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where ("users"."active" = $1 and "users"."email" <> $2) order by "users"."id";

-- params: ["canary Bob"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where ("users"."name" = $1 or "users"."phone" is null) order by "users"."id";

-- params: ["canary-ada@example.com", "canary-cyd@example.com"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."email" in ($1, $2) order by "users"."id";

-- params: ["canary-ada@example.com"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."email" not in ($1) order by "users"."id";

-- params: [""]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where ("users"."phone" is not null and not "users"."phone" = $1) order by "users"."id";

-- params: ["8675309.10"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."balance" = $1 order by "users"."id";

-- params: ["canary-ada@example.com", "canary-ada@example.com"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where $1::text is null or "users"."email" = $2;

-- params: ["{\"canary-ada@example.com\",\"canary-bob@example.com\"}"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."email" = any($1::text[]) order by "users"."id";

-- params: ["canary-a%"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."email" like $1 order by "users"."id";

-- params: ["%ADA%"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."email" ilike $1 order by "users"."id";

-- params: ["1916-01-01", "1917-12-31"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."birthday" between $1 and $2 order by "users"."id";

-- params: ["0", "8675309.15"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where ("users"."balance" >= $1 and "users"."balance" <= $2) order by "users"."id";

-- params: ["1916-01-01"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."birthday" < $1 order by "users"."id";

-- params: ["CANARY-ADA@example.com"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where lower("users"."email") = lower($1);
