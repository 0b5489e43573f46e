-- by: github.com/jackc/pgx/v5 v5.10.0, gorm.io/driver/postgres v1.6.3, gorm.io/gorm v1.31.2

-- params: [{"hex":"01"}, "canary-ada@example.com"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE active = $1 AND NOT email = $2 ORDER BY id;

-- params: ["canary Bob"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE name = $1 OR phone IS NULL ORDER BY id;

-- params: ["canary-ada@example.com", "canary-cyd@example.com"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE email IN ($1,$2) ORDER BY id;

-- params: ["canary-ada@example.com"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE "users"."email" <> $1 ORDER BY id;

-- params: [""]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE phone IS NOT NULL AND phone <> $1 ORDER BY id;

-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE active ORDER BY id;

-- params: ["{canary-ada@example.com,canary-bob@example.com}"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE email = ANY($1::text[]) ORDER BY id;

-- params: ["canary-ada@example.com", "canary-ada@example.com"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE ($1::text IS NULL OR email = $2) ORDER BY id;

-- params: ["canary-ada@example.com", "canary Ada"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE (email, name) IN (($1,$2)) ORDER BY id;

-- params: ["8675309.10", "editor"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE balance = $1 OR role = $2 ORDER BY id;

-- params: ["canary-a%"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE email LIKE $1 ORDER BY id;

-- params: ["%ADA%"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE email ILIKE $1 ORDER BY id;

-- params: [{"hex":"ffff8827"}, {"hex":"ffff8b01"}]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE birthday BETWEEN $1 AND $2 ORDER BY id;

-- params: ["0"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE balance >= $1 ORDER BY id;

-- params: ["canary-ada@example.com"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE lower(email) = $1 ORDER BY id;
