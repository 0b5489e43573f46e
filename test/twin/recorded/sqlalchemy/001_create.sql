-- by: SQLAlchemy 2.1.9, psycopg 3.3.9

-- simple: true
BEGIN;

-- oids: [0, 0, 0, 1082, 1700, 3802, 16]
-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}]
-- results: [0]
INSERT INTO users (email, name, phone, birthday, balance, notes, active) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::DATE, $5, $6::JSONB, $7) RETURNING users.id, users.role, users.logins, users.created_at;

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- oids: [0, 0, 0, 0, 0, 0, 16]
-- params: ["canary-yan@example.com", "canary Yan", null, null, null, null, {"hex":"00"}]
-- results: [0]
INSERT INTO users (email, name, phone, birthday, balance, notes, active) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::DATE, $5, $6::JSONB, $7) RETURNING users.id, users.role, users.logins, users.created_at;

-- oids: [21]
-- params: [{"hex":"0007"}]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.id = $1::INTEGER;

-- oids: [21, 0, 1700, 0]
-- params: [{"hex":"0007"}, "Z-1", "86753.09", "canary street 9"]
-- results: [0]
INSERT INTO orders (user_id, number, total, address) VALUES ($1::INTEGER, $2::VARCHAR, $3, $4::VARCHAR) RETURNING orders.id, orders.status, orders.placed;

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- oids: [0, 0]
-- params: ["canary-xia@example.com", "canary Xia"]
-- results: [0]
INSERT INTO users (email, name) VALUES ($1::VARCHAR, $2::VARCHAR) RETURNING users.id, users.email;

-- simple: true
COMMIT;
