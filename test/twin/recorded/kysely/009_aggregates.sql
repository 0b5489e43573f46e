-- by: kysely 0.28.18, pg 8.23.1

-- params: ["true"]
-- results: [0]
select count("id") as "n" from "users" where "active" = $1;

-- simple: true
select "role", count(*) as "n" from "users" group by "role" order by "role";

-- simple: true
select count("phone") as "n" from "users";

-- params: ["true"]
-- results: [0]
select count(*) filter(where "active" = $1) as "n" from "users";

-- simple: true
select sum("total") as "sum", avg("total") as "avg" from "orders";

-- simple: true
select min("birthday") as "min", max("birthday") as "max" from "users";

-- simple: true
select count(distinct "birthday") as "n" from "users";

-- simple: true
select "birthday", count(*) as "n" from "users" group by "birthday";

-- simple: true
select distinct "active" from "users";

-- params: ["1"]
-- results: [0]
select "role" from "users" group by "role" having count(*) > $1 order by "role";
