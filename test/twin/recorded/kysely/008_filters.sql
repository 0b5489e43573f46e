-- by: kysely 0.28.18, pg 8.23.1

-- params: ["true", "canary-ada@example.com"]
-- results: [0]
select * from "users" where "active" = $1 and "email" != $2 order by "id";

-- params: ["canary Bob"]
-- results: [0]
select * from "users" where ("name" = $1 or "phone" is null) order by "id";

-- params: ["canary-ada@example.com", "canary-cyd@example.com"]
-- results: [0]
select * from "users" where "email" in ($1, $2) order by "id";

-- params: ["canary-ada@example.com"]
-- results: [0]
select * from "users" where "email" not in ($1) order by "id";

-- params: [""]
-- results: [0]
select * from "users" where "phone" is not null and not "phone" = $1 order by "id";

-- simple: true
select * from "users" where "active" is true order by "id";

-- params: ["1915-12-10"]
-- results: [0]
select * from "users" where "birthday" is not distinct from $1 order by "id";

-- params: ["{\"canary-ada@example.com\",\"canary-bob@example.com\"}"]
-- results: [0]
select * from "users" where "email" = any($1) order by "id";

-- params: ["canary-ada@example.com", "canary Ada"]
-- results: [0]
select * from "users" where ("email", "name") in (($1, $2));

-- params: ["canary-a%"]
-- results: [0]
select * from "users" where "email" like $1 order by "id";

-- params: ["%ADA%"]
-- results: [0]
select * from "users" where "email" ilike $1 order by "id";

-- params: ["1916-01-01", "1917-12-31"]
-- results: [0]
select * from "users" where "birthday" between $1 and $2 order by "id";

-- params: ["0", "8675309.15"]
-- results: [0]
select * from "users" where "balance" >= $1 and "balance" <= $2 order by "id";

-- params: ["canary-ada@example.com"]
-- results: [0]
select * from "users" where lower("email") = $1;

-- simple: true
select "notes"->>'canary' as "word" from "users" order by "id";
