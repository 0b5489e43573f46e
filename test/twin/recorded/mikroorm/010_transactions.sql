-- by: @mikro-orm/core 6.6.16, @mikro-orm/postgresql 6.6.16, pg 8.23.1

-- simple: true
BEGIN;;

-- simple: true
insert into "users" ("email", "name", "phone", "birthday", "balance", "notes", "active") values ('canary-zoe@example.com', 'canary Zoe', 'canary-555-0199', '1915-12-10', '8675309.75', '{"canary":"zoe"}', true) returning "id", "role", "logins", "created_at";

-- simple: true
insert into "orders" ("user_id", "number", "total") values (6, 'T-1', '86753.09') returning "id", "status", "placed";

-- simple: true
select "u0".* from "users" as "u0" where "u0"."email" = 'canary-zoe@example.com' limit 1 for update;

-- simple: true
SAVEPOINT trx9;;

-- simple: true
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values (true, '8675309.75', '1915-12-10', 'canary-zoe@example.com', 'canary Zoe', '{"canary":"zoe"}', 'canary-555-0199') returning "id", "role", "logins", "created_at";

-- simple: true
ROLLBACK TO SAVEPOINT trx9;

-- simple: true
COMMIT;;

-- simple: true
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values (true, '8675309.75', '1915-12-10', 'canary-ada@example.com', 'canary Zoe', '{"canary":"zoe"}', 'canary-555-0199') returning "id", "role", "logins", "created_at";

-- simple: true
BEGIN;;

-- simple: true
update "users" set "name" = 'canary gone' where "id" = 1;

-- simple: true
ROLLBACK;
