-- by: SQLAlchemy 2.1.9, psycopg 3.3.9

-- simple: true
BEGIN;

-- oids: [0]
-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.active = true AND users.email != $1::VARCHAR ORDER BY users.id;

-- oids: [0]
-- params: ["canary Bob"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.name = $1::VARCHAR OR users.phone IS NULL ORDER BY users.id;

-- oids: [0, 0]
-- params: ["canary-ada@example.com", "canary-cyd@example.com"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.email IN ($1::VARCHAR, $2::VARCHAR) ORDER BY users.id;

-- oids: [0]
-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE (users.email NOT IN ($1::VARCHAR)) ORDER BY users.id;

-- oids: [0]
-- params: [""]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.phone IS NOT NULL AND users.phone != $1::VARCHAR ORDER BY users.id;

-- simple: true
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.active ORDER BY users.id;

-- simple: true
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE NOT users.active ORDER BY users.id;

-- simple: true
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.active IS true ORDER BY users.id;

-- oids: [1082]
-- params: [{"hex":"ffff8811"}]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.birthday IS NOT DISTINCT FROM $1::DATE ORDER BY users.id;

-- simple: true
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.email IN (NULL) AND (1 != 1) ORDER BY users.id;

-- oids: [0]
-- params: ["{canary-ada@example.com,canary-bob@example.com}"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.email = ANY ($1::TEXT[]) ORDER BY users.id;

-- oids: [0, 0]
-- params: ["canary-ada@example.com", "canary Ada"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE (users.email, users.name) IN (($1, $2)) ORDER BY users.id;

-- oids: [1700, 1082]
-- params: ["8675309.10", {"hex":"ffff8811"}]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.balance = $1 AND users.birthday = $2::DATE ORDER BY users.id;

-- oids: [0]
-- params: ["canary-a%"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.email LIKE $1::VARCHAR ORDER BY users.id;

-- oids: [0]
-- params: ["canary-a"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE (users.email LIKE $1::VARCHAR || '%') ORDER BY users.id;

-- oids: [0]
-- params: ["ADA"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE (users.email ILIKE '%' || $1::VARCHAR || '%') ORDER BY users.id;

-- oids: [1082, 1082]
-- params: [{"hex":"ffff8827"}, {"hex":"ffff8b01"}]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.birthday BETWEEN $1::DATE AND $2::DATE ORDER BY users.id;

-- oids: [21, 1700]
-- params: [{"hex":"0000"}, "8675309.15"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.balance >= $1::INTEGER AND users.balance <= $2 ORDER BY users.id;

-- oids: [0]
-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE lower(users.email) = $1::VARCHAR ORDER BY users.id;

-- oids: [0, 21]
-- params: ["n", {"hex":"0001"}]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE CAST((users.notes ->> $1::TEXT) AS INTEGER) = $2::INTEGER ORDER BY users.id;

-- oids: [3802]
-- params: ["{\"n\": 1}"]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.notes @> $1::JSONB ORDER BY users.id;

-- simple: true
ROLLBACK;
