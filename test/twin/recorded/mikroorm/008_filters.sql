-- by: @mikro-orm/core 6.6.16, @mikro-orm/postgresql 6.6.16, pg 8.23.1

-- simple: true
select "u0".* from "users" as "u0" where "u0"."active" = true and "u0"."email" != 'canary-ada@example.com' order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where ("u0"."name" = 'canary Bob' or "u0"."phone" is null) order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."email" in ('canary-ada@example.com', 'canary-cyd@example.com') order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."email" not in ('canary-ada@example.com') order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."phone" is not null and not ("u0"."phone" = '') order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."balance" = '8675309.10' and "u0"."birthday" = '1915-12-10' order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."active" in (true, false) order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."email" like 'canary-a%' order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."email" ilike '%ADA%' order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."birthday" >= '1916-01-01' and "u0"."birthday" <= '1917-12-31' order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."balance" >= 0 and "u0"."balance" < 8675309.15 order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where lower(email) = 'canary-ada@example.com';

-- simple: true
select "u0".* from "users" as "u0" where ("u0"."notes"->>'n')::float8 = 1;
