-- by: knex 3.3.0, pg 8.23.1

-- simple: true
BEGIN;;

-- params: ["true", "8675309.75", "1915-12-10", "canary-zoe@example.com", "canary Zoe", "{\"canary\":\"zoe\"}", "canary-555-0199"]
-- results: [0]
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values ($1, $2, $3, $4, $5, $6, $7) returning *;

-- params: ["T-1", "86753.09", "6"]
-- results: [0]
insert into "orders" ("number", "total", "user_id") values ($1, $2, $3);

-- params: ["canary-zoe@example.com"]
-- results: [0]
select * from "users" where "email" = $1 for update;

-- params: ["true", "1"]
-- results: [0]
select * from "users" where "active" = $1 order by "id" asc limit $2 for update skip locked;

-- simple: true
COMMIT;;

-- params: ["true", "8675309.75", "1915-12-10", "canary-ada@example.com", "canary Zoe", "{\"canary\":\"zoe\"}", "canary-555-0199"]
-- results: [0]
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values ($1, $2, $3, $4, $5, $6, $7);

-- simple: true
BEGIN;;

-- params: ["canary gone", "1"]
-- results: [0]
update "users" set "name" = $1 where "id" = $2;

-- simple: true
ROLLBACK;
