-- by: github.com/jackc/pgx/v5 v5.10.0, gorm.io/driver/postgres v1.6.3, gorm.io/gorm v1.31.2

-- params: [{"hex":"0000000000000002"}, {"hex":"0000000000000001"}]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" ORDER BY id LIMIT $1 OFFSET $2;

-- params: [{"hex":"00000002"}, {"hex":"0000000000000002"}]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE id > $1 ORDER BY id desc LIMIT $2;

-- results: [1]
SELECT count(*) FROM "users";

-- params: [{"hex":"0000000000000002"}]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" ORDER BY id,"users"."id" LIMIT $1;

-- params: [{"hex":"00000002"}, {"hex":"0000000000000002"}]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE "users"."id" > $1 ORDER BY id,"users"."id" LIMIT $2;

-- params: [{"hex":"00000004"}, {"hex":"0000000000000002"}]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE "users"."id" > $1 ORDER BY id,"users"."id" LIMIT $2;

-- params: [{"hex":"0000000000000002"}]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" ORDER BY email LIMIT $1;

-- params: [{"hex":"ffff8827"}, {"hex":"0000000000000002"}]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE birthday > $1 ORDER BY birthday LIMIT $2;
