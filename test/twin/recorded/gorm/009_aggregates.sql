-- by: github.com/jackc/pgx/v5 v5.10.0, gorm.io/driver/postgres v1.6.3, gorm.io/gorm v1.31.2

-- params: [{"hex":"01"}]
-- results: [1]
SELECT count(*) FROM "users" WHERE active = $1;

-- params: ["canary-ada@example.com"]
-- results: [1]
SELECT count(*) FROM "users" WHERE email = $1;

-- results: [0, 1]
SELECT role, count(*) as n FROM "users" GROUP BY "role" ORDER BY role;

-- params: [{"hex":"0000000000000001"}]
-- results: [0]
SELECT "role" FROM "users" GROUP BY "role" HAVING count(*) > $1 ORDER BY role;

-- results: [0]
SELECT sum(total) as sum FROM "orders";

-- results: [1]
SELECT min(birthday) as min FROM "users";

-- results: [1]
SELECT COUNT(DISTINCT("birthday")) FROM "users";

-- results: [1, 1]
SELECT birthday, count(*) as n FROM "users" GROUP BY "birthday";

-- results: [1]
SELECT DISTINCT "active" FROM "users";
