-- by: @mikro-orm/core 6.6.16, @mikro-orm/postgresql 6.6.16, pg 8.23.1

-- simple: true
select "u0".* from "users" as "u0" where "u0"."id" = 1 limit 1;

-- simple: true
BEGIN;;

-- simple: true
update "users" set "name" = 'canary Ada II', "balance" = '8675309.11' where "id" = 1;

-- simple: true
COMMIT;;

-- simple: true
select "u0".* from "users" as "u0" where "u0"."role" in ('editor', 'reader') order by "u0"."id" asc;

-- simple: true
BEGIN;;

-- simple: true
update "users" set "phone" = case when ("id" = 2) then 'canary-555-022' when ("id" = 3) then 'canary-555-023' when ("id" = 4) then 'canary-555-024' when ("id" = 5) then 'canary-555-025' else "phone" end, "active" = case when ("id" = 2) then false when ("id" = 4) then false when ("id" = 5) then false else "active" end where "id" in (2, 3, 4, 5) returning "id";

-- simple: true
COMMIT;;

-- simple: true
update "users" set "phone" = NULL, "notes" = '{"canary":"new"}' where "email" = 'canary-bob@example.com';

-- simple: true
update "users" set "logins" = logins + 1 where "email" = 'canary-ada@example.com' returning "logins";

-- simple: true
delete from "orders" where "total" = '86753091.50';

-- simple: true
select "u0".* from "users" as "u0" where "u0"."email" = 'canary-eve@example.com' limit 1;

-- simple: true
BEGIN;;

-- simple: true
delete from "users" where "id" in (5);

-- simple: true
COMMIT;;

-- simple: true
delete from "users" where "email" in ('canary-dan@example.com', 'canary-nobody@example.com');
