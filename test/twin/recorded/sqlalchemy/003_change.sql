-- by: SQLAlchemy 2.1.9, psycopg 3.3.9

-- simple: true
BEGIN;

-- oids: [21]
-- params: [{"hex":"0001"}]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.id = $1::INTEGER;

-- oids: [0, 1700, 21]
-- params: ["canary Ada II", "8675309.11", {"hex":"0001"}]
-- results: [0]
UPDATE users SET name=$1::VARCHAR, balance=$2 WHERE users.id = $3::INTEGER;

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- oids: [21]
-- params: [{"hex":"0001"}]
-- results: [0]
SELECT users.id, users.email, users.name, users.birthday, users.balance, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.id = $1::INTEGER;

-- oids: [0, 3802, 21]
-- params: [null, "{\"canary\": \"new\"}", {"hex":"0001"}]
-- results: [0]
UPDATE users SET phone=$1::VARCHAR, notes=$2::JSONB WHERE users.id = $3::INTEGER;

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- oids: [0]
-- params: ["editor"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.role = $1::VARCHAR ORDER BY users.id;

-- oids: [0, 21]
-- params: ["canary-555-024", {"hex":"0004"}]
-- results: [0]
UPDATE users SET phone=$1::VARCHAR WHERE users.id = $2::INTEGER;

-- oids: [0, 21]
-- params: ["canary-555-025", {"hex":"0005"}]
-- results: [0]
UPDATE users SET phone=$1::VARCHAR WHERE users.id = $2::INTEGER;

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- oids: [21, 0]
-- params: [{"hex":"0001"}, "canary-ada@example.com"]
-- results: [0]
UPDATE users SET logins=(users.logins + $1::INTEGER) WHERE users.email = $2::VARCHAR;

-- oids: [16, 0]
-- params: [{"hex":"00"}, "editor"]
-- results: [0]
UPDATE users SET active=$1 WHERE users.role = $2::VARCHAR RETURNING users.id, users.active;

-- oids: [0, 21]
-- params: ["canary Bob II", {"hex":"0002"}]
-- results: [0]
UPDATE users SET name=$1::VARCHAR WHERE users.id = $2::INTEGER;

-- oids: [0, 21]
-- params: ["canary Cyd II", {"hex":"0003"}]
-- results: [0]
UPDATE users SET name=$1::VARCHAR WHERE users.id = $2::INTEGER;

-- oids: [1700]
-- params: ["86753091.50"]
-- results: [0]
DELETE FROM orders WHERE orders.total = $1;

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- oids: [0]
-- params: ["canary-eve@example.com"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.email = $1::VARCHAR;

-- oids: [21]
-- params: [{"hex":"0005"}]
-- results: [0]
SELECT orders.id, orders.user_id, orders.number, orders.status, orders.total, orders.address, orders.placed 
FROM orders 
WHERE $1::INTEGER = orders.user_id ORDER BY orders.id;

-- oids: [21]
-- params: [{"hex":"0005"}]
-- results: [0]
DELETE FROM users WHERE users.id = $1::INTEGER;

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- oids: [0, 0]
-- params: ["canary-dan@example.com", "canary-nobody@example.com"]
-- results: [0]
DELETE FROM users WHERE users.email IN ($1::VARCHAR, $2::VARCHAR) RETURNING users.email;

-- simple: true
COMMIT;
