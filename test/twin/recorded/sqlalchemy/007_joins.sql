-- by: SQLAlchemy 2.1.9, psycopg 3.3.9

-- simple: true
BEGIN;

-- simple: true
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users ORDER BY users.id;

-- oids: [21, 21, 21, 21, 21]
-- params: [{"hex":"0001"}, {"hex":"0002"}, {"hex":"0003"}, {"hex":"0004"}, {"hex":"0005"}]
-- results: [0]
SELECT orders.user_id, orders.id, orders.number, orders.status, orders.total, orders.address, orders.placed 
FROM orders 
WHERE orders.user_id IN ($1::INTEGER, $2::INTEGER, $3::INTEGER, $4::INTEGER, $5::INTEGER) ORDER BY orders.id;

-- simple: true
ROLLBACK;

-- simple: true
BEGIN;

-- simple: true
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at, orders_1.id AS id_1, orders_1.user_id, orders_1.number, orders_1.status, orders_1.total, orders_1.address, orders_1.placed 
FROM users LEFT OUTER JOIN orders AS orders_1 ON users.id = orders_1.user_id ORDER BY users.id, orders_1.id;

-- simple: true
ROLLBACK;

-- simple: true
BEGIN;

-- simple: true
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users ORDER BY users.id;

-- simple: true
SELECT orders.id AS orders_id, orders.user_id AS orders_user_id, orders.number AS orders_number, orders.status AS orders_status, orders.total AS orders_total, orders.address AS orders_address, orders.placed AS orders_placed, anon_1.users_id AS anon_1_users_id 
FROM (SELECT users.id AS users_id 
FROM users) AS anon_1 JOIN orders ON anon_1.users_id = orders.user_id ORDER BY orders.id;

-- simple: true
ROLLBACK;

-- simple: true
BEGIN;

-- oids: [0]
-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at, orders.id AS id_1, orders.user_id, orders.number, orders.status, orders.total, orders.address, orders.placed 
FROM orders JOIN users ON users.id = orders.user_id 
WHERE users.email = $1::VARCHAR ORDER BY orders.id;

-- simple: true
ROLLBACK;

-- simple: true
BEGIN;

-- oids: [21]
-- params: [{"hex":"0002"}]
-- results: [0]
SELECT anon_1.id, anon_1.email, anon_1.name, anon_1.phone, anon_1.birthday, anon_1.balance, anon_1.notes, anon_1.active, anon_1.role, anon_1.logins, anon_1.created_at, orders_1.id AS id_1, orders_1.user_id, orders_1.number, orders_1.status, orders_1.total, orders_1.address, orders_1.placed 
FROM (SELECT users.id AS id, users.email AS email, users.name AS name, users.phone AS phone, users.birthday AS birthday, users.balance AS balance, users.notes AS notes, users.active AS active, users.role AS role, users.logins AS logins, users.created_at AS created_at 
FROM users ORDER BY users.id 
 LIMIT $1::INTEGER) AS anon_1 LEFT OUTER JOIN orders AS orders_1 ON anon_1.id = orders_1.user_id ORDER BY anon_1.id, orders_1.id;

-- oids: [21]
-- params: [{"hex":"0003"}]
-- results: [0]
SELECT orders.id, orders.user_id, orders.number, orders.status, orders.total, orders.address, orders.placed 
FROM orders 
WHERE orders.id = $1::INTEGER;

-- oids: [21]
-- params: [{"hex":"0002"}]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.id = $1::INTEGER;

-- simple: true
ROLLBACK;

-- simple: true
BEGIN;

-- simple: true
SELECT orders.number, users.email 
FROM orders JOIN users ON users.id = orders.user_id ORDER BY orders.id;

-- oids: [0]
-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT users.email, orders.number 
FROM users LEFT OUTER JOIN orders ON users.id = orders.user_id 
WHERE users.email = $1::VARCHAR ORDER BY orders.id;

-- oids: [1700]
-- params: ["86753.09"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE EXISTS (SELECT 1 
FROM orders 
WHERE users.id = orders.user_id AND orders.total = $1) ORDER BY users.id;

-- oids: [0]
-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT orders.id, orders.user_id, orders.number, orders.status, orders.total, orders.address, orders.placed 
FROM orders 
WHERE EXISTS (SELECT 1 
FROM users 
WHERE users.id = orders.user_id AND users.email = $1::VARCHAR) ORDER BY orders.id;

-- oids: [0]
-- params: ["paid"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.id IN (SELECT orders.user_id 
FROM orders 
WHERE orders.status = $1::VARCHAR) ORDER BY users.id;

-- simple: true
SELECT users.email, (SELECT count(*) AS count_1 
FROM orders 
WHERE orders.user_id = users.id) AS anon_1 
FROM users ORDER BY users.id;

-- simple: true
SELECT users.id, users_1.id AS id_1 
FROM users JOIN users AS users_1 ON users.balance = users_1.balance AND users.id < users_1.id;

-- oids: [0]
-- params: ["editor"]
-- results: [0]
SELECT users.email 
FROM users 
WHERE users.active UNION ALL SELECT users.email 
FROM users 
WHERE users.role = $1::VARCHAR;

-- oids: [0]
-- params: ["editor"]
-- results: [0]
SELECT users.email 
FROM users 
WHERE users.active UNION SELECT users.email 
FROM users 
WHERE users.role = $1::VARCHAR;

-- simple: true
ROLLBACK;

-- simple: true
BEGIN;

-- oids: [1700]
-- params: ["86753.09"]
-- results: [0]
WITH big AS 
(SELECT orders.id AS id, orders.user_id AS user_id, orders.number AS number, orders.status AS status, orders.total AS total, orders.address AS address, orders.placed AS placed 
FROM orders 
WHERE orders.total = $1)
 SELECT big.number, users.name 
FROM big JOIN users ON users.id = big.user_id ORDER BY big.id;

-- simple: true
ROLLBACK;
