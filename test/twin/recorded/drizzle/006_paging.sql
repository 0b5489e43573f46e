-- by: drizzle-orm 0.45.4, pg 8.23.1

-- params: ["2", "1"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" order by "users"."id" limit $1 offset $2;

-- params: ["2", "2"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."id" > $1 order by "users"."id" asc limit $2;

-- params: ["2"]
-- results: [0]
select "email", count(*) over () from "users" order by "users"."id" desc limit $1;

-- params: ["2"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" order by "users"."email" asc limit $1;

-- params: ["1916-01-01", "2"]
-- results: [0]
select "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" from "users" where "users"."birthday" > $1 order by "users"."birthday" limit $2;

-- simple: true
select count(*) from "users";
