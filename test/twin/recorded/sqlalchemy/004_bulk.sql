-- by: SQLAlchemy 2.1.9, psycopg 3.3.9

-- simple: true
BEGIN;

-- oids: [0, 0, 0, 1082, 1700, 3802, 16, 0, 0, 0, 1082, 1700, 3802, 16, 0, 0, 0, 1082, 1700, 3802, 16]
-- params: ["canary-zoe@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "canary-yan@example.com", "canary Yan", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "canary-wim@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}]
-- results: [0]
INSERT INTO users (email, name, phone, birthday, balance, notes, active) SELECT p0::VARCHAR, p1::VARCHAR, p2::VARCHAR, p3::DATE, p4::NUMERIC(12, 2), p5::JSONB, p6::BOOLEAN FROM (VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::DATE, $5, $6::JSONB, $7, 0), ($8::VARCHAR, $9::VARCHAR, $10::VARCHAR, $11::DATE, $12, $13::JSONB, $14, 1), ($15::VARCHAR, $16::VARCHAR, $17::VARCHAR, $18::DATE, $19, $20::JSONB, $21, 2)) AS imp_sen(p0, p1, p2, p3, p4, p5, p6, sen_counter) ORDER BY sen_counter RETURNING users.id, users.role, users.logins, users.created_at, users.id AS id__1;

-- simple: true
COMMIT;

-- results: [0]
BEGIN;

-- oids: [21, 0, 1700, 0]
-- params: [{"hex":"0001"}, "N-0", "86753.09", "canary street 0"]
-- results: [0]
INSERT INTO orders (user_id, number, total, address) VALUES ($1::INTEGER, $2::VARCHAR, $3, $4::VARCHAR);

-- oids: [21, 0, 1700, 0]
-- params: [{"hex":"0001"}, "N-1", "86753.09", "canary street 1"]
-- results: [0]
INSERT INTO orders (user_id, number, total, address) VALUES ($1::INTEGER, $2::VARCHAR, $3, $4::VARCHAR);

-- oids: [21, 0, 1700, 0]
-- params: [{"hex":"0001"}, "N-2", "86753.09", "canary street 2"]
-- results: [0]
INSERT INTO orders (user_id, number, total, address) VALUES ($1::INTEGER, $2::VARCHAR, $3, $4::VARCHAR);

-- oids: [21, 0, 1700, 0]
-- params: [{"hex":"0001"}, "N-3", "86753.09", "canary street 3"]
-- results: [0]
INSERT INTO orders (user_id, number, total, address) VALUES ($1::INTEGER, $2::VARCHAR, $3, $4::VARCHAR);

-- oids: [21, 0, 1700, 0]
-- params: [{"hex":"0001"}, "N-4", "86753.09", "canary street 4"]
-- results: [0]
INSERT INTO orders (user_id, number, total, address) VALUES ($1::INTEGER, $2::VARCHAR, $3, $4::VARCHAR);

-- oids: [0, 0, 0, 1082, 1700, 3802, 16, 0, 0, 0, 1082, 1700, 3802, 16, 0, 0, 0, 1082, 1700, 3802, 16]
-- params: ["canary-0@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "canary-1@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "canary-2@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}]
-- results: [0]
INSERT INTO users (email, name, phone, birthday, balance, notes, active) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::DATE, $5, $6::JSONB, $7), ($8::VARCHAR, $9::VARCHAR, $10::VARCHAR, $11::DATE, $12, $13::JSONB, $14), ($15::VARCHAR, $16::VARCHAR, $17::VARCHAR, $18::DATE, $19, $20::JSONB, $21) RETURNING users.id;

-- oids: [21, 0, 1700, 21, 0, 1700, 21, 0, 1700]
-- params: [{"hex":"0001"}, "M-0", "86753.09", {"hex":"0001"}, "M-1", "86753.09", {"hex":"0001"}, "M-2", "86753.09"]
-- results: [0]
INSERT INTO orders (user_id, number, total) VALUES ($1::INTEGER, $2::VARCHAR, $3), ($4::INTEGER, $5::VARCHAR, $6), ($7::INTEGER, $8::VARCHAR, $9);

-- simple: true
COMMIT;
