-- by: @mikro-orm/core 6.6.16, @mikro-orm/postgresql 6.6.16, pg 8.23.1

-- simple: true
insert into "users" ("email", "name", "phone", "birthday", "balance", "notes", "active") values ('canary-zoe@example.com', 'canary Zoe', 'canary-555-0199', '1915-12-10', '8675309.75', '{"canary":"zoe"}', true), ('canary-yan@example.com', 'canary Yan', NULL, '1915-12-10', '8675309.75', '{"canary":"zoe"}', true), ('canary-wim@example.com', 'canary Zoe', 'canary-555-0199', '1915-12-10', '8675309.75', '{"canary":"zoe"}', true) returning "id", "role", "logins", "created_at";

-- simple: true
BEGIN;;

-- simple: true
insert into "orders" ("user_id", "number", "total", "address") values (1, 'N-0', '86753.09', 'canary street 0'), (1, 'N-1', '86753.09', 'canary street 1'), (1, 'N-2', '86753.09', 'canary street 2'), (1, 'N-3', '86753.09', 'canary street 3'), (1, 'N-4', '86753.09', 'canary street 4') returning "id", "status", "placed";

-- simple: true
COMMIT;;
