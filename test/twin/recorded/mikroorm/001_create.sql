-- by: @mikro-orm/core 6.6.16, @mikro-orm/postgresql 6.6.16, pg 8.23.1

-- simple: true
BEGIN;;

-- simple: true
insert into "users" ("email", "name", "phone", "birthday", "balance", "notes", "active") values ('canary-zoe@example.com', 'canary Zoe', 'canary-555-0199', '1915-12-10', '8675309.75', '{"canary":"zoe"}', true) returning "id", "role", "logins", "created_at";

-- simple: true
COMMIT;;

-- simple: true
BEGIN;;

-- simple: true
insert into "users" ("email", "name", "phone", "active") values ('canary-yan@example.com', 'canary Yan', NULL, false) returning "id", "role", "logins", "created_at";

-- simple: true
insert into "orders" ("user_id", "number", "total", "address") values (1, 'Z-1', '86753.09', 'canary street 9') returning "id", "status", "placed";

-- simple: true
COMMIT;;

-- simple: true
insert into "users" ("email", "name") values ('canary-xia@example.com', 'canary Xia') returning "id", "role", "logins", "created_at";
