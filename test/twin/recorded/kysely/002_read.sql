-- by: kysely 0.28.18, pg 8.23.1

-- simple: true
select * from "users";

-- params: ["1"]
-- results: [0]
select * from "users" where "id" = $1;

-- params: ["canary-ada@example.com"]
-- results: [0]
select "id", "email" as "mail" from "users" where "email" = $1;

-- params: ["canary-bob@example.com"]
-- results: [0]
select "u".* from "users" as "u" where "u"."email" = $1;

-- params: ["2"]
-- results: [0]
select "email", coalesce("role", 'none') as "role" from "users" where "id" = $1;

-- params: ["canary none"]
-- results: [0]
select "id", coalesce("phone", $1) as "phone" from "users" order by "id";

-- params: ["canary-cyd@example.com"]
-- results: [0]
select * from users where email = $1;

-- params: ["true", "yes", "no"]
-- results: [0]
select case when "active" = $1 then $2 else $3 end as "on" from "users" order by "id";
