-- by: SQLAlchemy 2.1.9, psycopg 3.3.9

-- simple: true
BEGIN;

-- simple: true
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users ORDER BY users.id;

-- oids: [21]
-- params: [{"hex":"0001"}]
-- results: [0]
SELECT orders.id, orders.user_id, orders.number, orders.status, orders.total, orders.address, orders.placed 
FROM orders 
WHERE orders.id = $1::INTEGER;

-- oids: [0]
-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.email = $1::VARCHAR;

-- oids: [0]
-- params: ["canary Bob"]
-- results: [0]
SELECT users.id, users.email AS mail 
FROM users 
WHERE users.name = $1::VARCHAR;

-- oids: [0]
-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT EXISTS (SELECT * 
FROM users 
WHERE users.email = $1::VARCHAR) AS anon_1;

-- oids: [0]
-- params: ["canary-cyd@example.com"]
-- results: [0]
select * from users where email = $1;

-- oids: [0, 0]
-- params: ["yes", "no"]
-- results: [0]
SELECT CASE WHEN users.active THEN $1::VARCHAR ELSE $2::VARCHAR END AS anon_1 
FROM users ORDER BY users.id;

-- oids: [0]
-- params: ["canary none"]
-- results: [0]
SELECT coalesce(users.phone, $1::VARCHAR) AS coalesce_1 
FROM users ORDER BY users.id;

-- oids: [21]
-- params: [{"hex":"0002"}]
-- results: [0]
SELECT users.id, users.email 
FROM users 
WHERE users.id = $1::INTEGER;

-- simple: true
ROLLBACK;
