-- by: SQLAlchemy 2.1.9, psycopg 3.3.9

-- simple: true
BEGIN;

-- oids: [0, 0, 0, 1082, 1700, 3802, 16]
-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}]
-- results: [0]
INSERT INTO users (email, name, phone, birthday, balance, notes, active) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::DATE, $5, $6::JSONB, $7) RETURNING users.id, users.role, users.logins, users.created_at;

-- oids: [21, 0, 1700, 0]
-- params: [{"hex":"0006"}, "T-1", "86753.09", null]
-- results: [0]
INSERT INTO orders (user_id, number, total, address) VALUES ($1::INTEGER, $2::VARCHAR, $3, $4::VARCHAR) RETURNING orders.id, orders.status, orders.placed;

-- simple: true
SAVEPOINT sa_savepoint_1;

-- oids: [0, 0, 0, 1082, 1700, 3802, 16]
-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}]
-- results: [0]
INSERT INTO users (email, name, phone, birthday, balance, notes, active) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::DATE, $5, $6::JSONB, $7) RETURNING users.id;

-- simple: true
ROLLBACK TO SAVEPOINT sa_savepoint_1;

-- oids: [0]
-- params: ["canary-zoe@example.com"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.email = $1::VARCHAR FOR UPDATE;

-- oids: [21]
-- params: [{"hex":"0001"}]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.active ORDER BY users.id 
 LIMIT $1::INTEGER FOR UPDATE OF users SKIP LOCKED;

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- oids: [0, 0, 0, 1082, 1700, 3802, 16]
-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}]
-- results: [0]
INSERT INTO users (email, name, phone, birthday, balance, notes, active) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::DATE, $5, $6::JSONB, $7) RETURNING users.id, users.role, users.logins, users.created_at;

-- simple: true
ROLLBACK;

-- simple: true
BEGIN;

-- oids: [0, 21]
-- params: ["canary gone", {"hex":"0001"}]
-- results: [0]
UPDATE users SET name=$1::VARCHAR WHERE users.id = $2::INTEGER;

-- simple: true
ROLLBACK;
