-- by: SQLAlchemy 2.1.9, psycopg 3.3.9

-- simple: true
BEGIN;

-- oids: [0, 0, 0, 1082, 1700, 3802, 16]
-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}]
-- results: [0]
INSERT INTO users (email, name, phone, birthday, balance, notes, active) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::DATE, $5, $6::JSONB, $7) ON CONFLICT DO NOTHING RETURNING users.id;

-- oids: [0, 0, 0, 1082, 1700, 3802, 16]
-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}]
-- results: [0]
INSERT INTO users (email, name, phone, birthday, balance, notes, active) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::DATE, $5, $6::JSONB, $7) ON CONFLICT (email) DO NOTHING RETURNING users.id;

-- oids: [0, 0, 0, 1082, 1700, 3802, 16, 0, 21]
-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, "canary upserted", {"hex":"0009"}]
-- results: [0]
INSERT INTO users (email, name, phone, birthday, balance, notes, active) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::DATE, $5, $6::JSONB, $7) ON CONFLICT (email) DO UPDATE SET name = $8::VARCHAR, logins = $9::INTEGER RETURNING users.id;

-- oids: [0, 0, 0, 1082, 1700, 3802, 16]
-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}]
-- results: [0]
INSERT INTO users (email, name, phone, birthday, balance, notes, active) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::DATE, $5, $6::JSONB, $7) ON CONFLICT (email) DO UPDATE SET name = excluded.name, phone = excluded.phone RETURNING users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at;

-- oids: [0, 0, 0, 1082, 1700, 3802, 16, 21, 0]
-- params: ["canary-ada@example.com", "canary Zoe", "canary-555-0199", {"hex":"ffff8811"}, "8675309.75", "{\"canary\": \"zoe\"}", {"hex":"01"}, {"hex":"0001"}, "reader"]
-- results: [0]
INSERT INTO users (email, name, phone, birthday, balance, notes, active) VALUES ($1::VARCHAR, $2::VARCHAR, $3::VARCHAR, $4::DATE, $5, $6::JSONB, $7) ON CONFLICT ON CONSTRAINT users_email_key DO UPDATE SET logins = (users.logins + $8::INTEGER) WHERE users.role = $9::VARCHAR RETURNING users.id;

-- simple: true
COMMIT;
