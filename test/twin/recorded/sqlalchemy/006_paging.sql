-- by: SQLAlchemy 2.1.9, psycopg 3.3.9

-- simple: true
BEGIN;

-- oids: [21, 21]
-- params: [{"hex":"0002"}, {"hex":"0001"}]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users ORDER BY users.id 
 LIMIT $1::INTEGER OFFSET $2::INTEGER;

-- oids: [21, 21]
-- params: [{"hex":"0002"}, {"hex":"0002"}]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.id > $1::INTEGER ORDER BY users.id 
 LIMIT $2::INTEGER;

-- oids: [21]
-- params: [{"hex":"0002"}]
-- results: [0]
SELECT users.email, count(*) OVER () AS total 
FROM users ORDER BY users.id DESC 
 LIMIT $1::INTEGER;

-- simple: true
SELECT count(*) AS count_1 
FROM (SELECT users.id AS id, users.email AS email, users.name AS name, users.phone AS phone, users.birthday AS birthday, users.balance AS balance, users.notes AS notes, users.active AS active, users.role AS role, users.logins AS logins, users.created_at AS created_at 
FROM users 
WHERE users.active) AS anon_1;

-- oids: [21]
-- params: [{"hex":"0002"}]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users ORDER BY users.email 
 LIMIT $1::INTEGER;

-- oids: [1082, 21]
-- params: [{"hex":"ffff8827"}, {"hex":"0002"}]
-- results: [0]
SELECT users.id, users.email, users.name, users.phone, users.birthday, users.balance, users.notes, users.active, users.role, users.logins, users.created_at 
FROM users 
WHERE users.birthday > $1::DATE ORDER BY users.birthday 
 LIMIT $2::INTEGER;

-- simple: true
ROLLBACK;

-- simple: true
DEALLOCATE ALL;
