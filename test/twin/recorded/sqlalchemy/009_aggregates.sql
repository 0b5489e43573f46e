-- by: SQLAlchemy 2.1.9, psycopg 3.3.9

-- simple: true
BEGIN;

-- simple: true
SELECT count(*) AS count_1 
FROM users 
WHERE users.active;

-- oids: [0]
-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT count(users.id) AS count_1 
FROM users 
WHERE users.email = $1::VARCHAR;

-- simple: true
SELECT users.role, count(*) AS count_1 
FROM users GROUP BY users.role ORDER BY users.role;

-- simple: true
SELECT count(users.phone) AS count_1 
FROM users;

-- simple: true
SELECT count(*) FILTER (WHERE users.active) AS anon_1 
FROM users;

-- simple: true
SELECT sum(orders.total) AS sum_1, avg(orders.total) AS avg_1 
FROM orders;

-- simple: true
SELECT min(users.birthday) AS min_1, max(users.birthday) AS max_1 
FROM users;

-- simple: true
SELECT count(DISTINCT users.birthday) AS count_1 
FROM users;

-- simple: true
SELECT users.birthday, count(*) AS count_1 
FROM users GROUP BY users.birthday;

-- simple: true
SELECT DISTINCT users.active 
FROM users;

-- oids: [21]
-- params: [{"hex":"0001"}]
-- results: [0]
SELECT users.role 
FROM users GROUP BY users.role 
HAVING count(*) > $1::INTEGER ORDER BY users.role;

-- simple: true
ROLLBACK;
