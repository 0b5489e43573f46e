-- by: knex 3.3.0, pg 8.23.1

-- simple: true
select * from "users";

-- params: ["1", "1"]
-- results: [0]
select * from "users" where "id" = $1 limit $2;

-- params: ["canary-ada@example.com"]
-- results: [0]
select "id", "email" as "mail" from "users" where "email" = $1;

-- params: ["canary-bob@example.com", "true", "1"]
-- results: [0]
select "name", "phone" from "users" where "email" = $1 and "active" = $2 limit $3;

-- simple: true
select "email" from "users" order by "id" asc;

-- params: ["2"]
-- results: [0]
select "u".* from "users" as "u" where "u"."id" = $1;

-- params: ["canary-cyd@example.com"]
-- results: [0]
select * from users where email = $1;

-- params: ["1917-10-03"]
-- results: [0]
select "name" from "users" where "birthday" = $1;
