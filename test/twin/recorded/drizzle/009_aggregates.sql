-- by: drizzle-orm 0.45.4, pg 8.23.1

-- params: ["true"]
-- results: [0]
select count(*) as count from "users" where "users"."active" = $1;;

-- simple: true
select "role", count(*) from "users" group by "users"."role" order by "users"."role";

-- simple: true
select count("phone") from "users";

-- simple: true
select "status", sum("total"), avg("total") from "orders" group by "orders"."status";

-- simple: true
select min("birthday"), max("birthday") from "users";

-- simple: true
select count(distinct "birthday") from "users";

-- simple: true
select "birthday", count(*) from "users" group by "users"."birthday";

-- simple: true
select distinct "active" from "users";

-- params: ["1"]
-- results: [0]
select "role", count(*) from "users" group by "users"."role" having count(*) > $1 order by "users"."role";
