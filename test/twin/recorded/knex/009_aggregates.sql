-- by: knex 3.3.0, pg 8.23.1

-- params: ["true"]
-- results: [0]
select count(*) from "users" where "active" = $1;

-- simple: true
select "role", count(*) as "n" from "users" group by "role" order by "role" asc;

-- simple: true
select count("phone") from "users";

-- simple: true
select sum("total") as "sum", avg("total") as "avg" from "orders";

-- simple: true
select min("birthday"), max("birthday") from "users";

-- simple: true
select count(distinct "birthday") from "users";

-- simple: true
select "birthday", count(*) from "users" group by "birthday";

-- simple: true
select distinct "active" from "users";

-- simple: true
select distinct "role" from "users" order by "role" asc;

-- params: ["1"]
-- results: [0]
select "role" from "users" group by "role" having count(*) > $1 order by "role" asc;
