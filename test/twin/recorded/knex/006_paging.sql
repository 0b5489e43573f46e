-- by: knex 3.3.0, pg 8.23.1

-- params: ["2", "1"]
-- results: [0]
select * from "users" order by "id" asc limit $1 offset $2;

-- params: ["2", "2"]
-- results: [0]
select * from "users" where "id" > $1 order by "id" asc limit $2;

-- params: ["2"]
-- results: [0]
select "email", count(*) over () as total from "users" order by "id" desc limit $1;

-- params: ["2"]
-- results: [0]
select * from "users" order by "email" asc limit $1;

-- params: ["1916-01-01", "2"]
-- results: [0]
select * from "users" where "birthday" > $1 order by "birthday" asc limit $2;

-- params: ["1"]
-- results: [0]
select count(*) as "n" from "users" limit $1;
