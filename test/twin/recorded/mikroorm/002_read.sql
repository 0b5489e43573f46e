-- by: @mikro-orm/core 6.6.16, @mikro-orm/postgresql 6.6.16, pg 8.23.1

-- simple: true
select "u0".* from "users" as "u0" order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."id" = 1 limit 1;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."email" = 'canary-ada@example.com' limit 1;

-- simple: true
select "u0"."id", "u0"."email" from "users" as "u0" where "u0"."active" = true order by "u0"."id" asc;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."email" = 'canary-bob@example.com' and "u0"."active" = true limit 1;

-- simple: true
select * from users where email = 'canary-cyd@example.com';

-- simple: true
select "u"."id", "u"."email" from "users" as "u" where "u"."name" = 'canary Ada';

-- simple: true
select "u0".* from "users" as "u0" where "u0"."id" = 1 limit 1;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."id" = 1 limit 1;
