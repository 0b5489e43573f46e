-- by: kysely 0.28.18, pg 8.23.1

-- simple: true
begin;

-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
insert into "users" ("email", "name", "phone", "birthday", "balance", "notes", "active") values ($1, $2, $3, $4, $5, $6, $7) returning *;

-- params: ["6", "T-1", "86753.09"]
-- results: [0]
insert into "orders" ("user_id", "number", "total") values ($1, $2, $3);

-- params: ["canary-zoe@example.com"]
-- results: [0]
select * from "users" where "email" = $1 for update;

-- simple: true
commit;

-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", "1915-12-10", "8675309.75", "{\"canary\":\"zoe\"}", "true"]
-- results: [0]
insert into "users" ("email", "name", "phone", "birthday", "balance", "notes", "active") values ($1, $2, $3, $4, $5, $6, $7);

-- simple: true
start transaction isolation level serializable;

-- params: ["canary gone", "1"]
-- results: [0]
update "users" set "name" = $1 where "id" = $2;

-- simple: true
rollback;
