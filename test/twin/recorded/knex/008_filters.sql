-- by: knex 3.3.0, pg 8.23.1

-- params: ["true", "canary-ada@example.com"]
-- results: [0]
select * from "users" where "active" = $1 and not "email" = $2 order by "id" asc;

-- params: ["canary Bob"]
-- results: [0]
select * from "users" where "name" = $1 or "phone" is null order by "id" asc;

-- params: ["canary-ada@example.com", "canary-cyd@example.com"]
-- results: [0]
select * from "users" where "email" in ($1, $2) order by "id" asc;

-- params: ["canary-ada@example.com"]
-- results: [0]
select * from "users" where "email" not in ($1) order by "id" asc;

-- params: [""]
-- results: [0]
select * from "users" where "phone" is not null and not "phone" = $1 order by "id" asc;

-- params: ["8675309.10", "editor"]
-- results: [0]
select * from "users" where ("balance" = $1 or "role" = $2) order by "id" asc;

-- params: ["canary-ada@example.com", "canary-ada@example.com"]
-- results: [0]
select * from "users" where ($1::text is null or email = $2);

-- params: ["{\"canary-ada@example.com\",\"canary-bob@example.com\"}"]
-- results: [0]
select * from "users" where email = any($1) order by "id" asc;

-- params: ["canary-bob@example.com"]
-- results: [0]
select * from "users" where "email" <> $1 order by "id" asc;

-- params: ["canary-a%"]
-- results: [0]
select * from "users" where "email" like $1 order by "id" asc;

-- params: ["%ADA%"]
-- results: [0]
select * from "users" where "email" ilike $1 order by "id" asc;

-- params: ["1916-01-01", "1917-12-31"]
-- results: [0]
select * from "users" where "birthday" between $1 and $2 order by "id" asc;

-- params: ["0", "8675309.15"]
-- results: [0]
select * from "users" where "balance" >= $1 and "balance" <= $2 order by "id" asc;

-- params: ["CANARY-ADA@example.com"]
-- results: [0]
select * from "users" where lower(email) = lower($1);

-- params: ["$.n", "1"]
-- results: [0]
select * from "users" where jsonb_path_query_first("notes", $1)::int = $2;
