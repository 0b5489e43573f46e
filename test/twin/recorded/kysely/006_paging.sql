-- by: kysely 0.28.18, pg 8.23.1

-- params: ["2", "1"]
-- results: [0]
select * from "users" order by "id" limit $1 offset $2;

-- params: ["2", "2"]
-- results: [0]
select * from "users" where "id" > $1 order by "id" asc limit $2;

-- params: ["2"]
-- results: [0]
select "email", count(*) over() as "total" from "users" order by "id" desc limit $1;

-- params: ["2"]
-- results: [0]
select * from "users" order by "email" limit $1;

-- params: ["1916-01-01", "2"]
-- results: [0]
select * from "users" where "birthday" > $1 order by "birthday" limit $2;

-- simple: true
select count(*) as "n" from "users";
