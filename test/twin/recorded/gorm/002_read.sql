-- by: github.com/jackc/pgx/v5 v5.10.0, gorm.io/driver/postgres v1.6.3, gorm.io/gorm v1.31.2

-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" ORDER BY id;

-- params: [{"hex":"00000001"}, {"hex":"0000000000000001"}]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE "users"."id" = $1 ORDER BY "users"."id" LIMIT $2;

-- params: ["canary-ada@example.com", {"hex":"0000000000000001"}]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE email = $1 LIMIT $2;

-- params: ["canary Bob", {"hex":"01"}, {"hex":"0000000000000001"}]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE name = $1 AND active = $2 ORDER BY "users"."id" DESC LIMIT $3;

-- params: ["canary-ada@example.com"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE "users"."email" = $1;

-- params: [{"hex":"01"}, "canary-ada@example.com"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE "users"."active" = $1 AND "users"."email" = $2;

-- results: [1, 0]
SELECT "id","email" FROM "users" ORDER BY id;

-- results: [0]
SELECT "email" FROM "users" ORDER BY id;

-- params: ["canary-cyd@example.com"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM users WHERE email = $1;

-- results: [0]
SELECT coalesce(phone, 'canary none') as phone FROM "users" ORDER BY id;
