-- by: SQLAlchemy 2.1.9, psycopg 3.3.9

-- simple: true
BEGIN;

-- simple: true
select pg_catalog.version();

-- simple: true
select current_schema();

-- simple: true
show transaction isolation level;

-- simple: true
show standard_conforming_strings;

-- simple: true
SAVEPOINT "_pg3_1";

-- oids: [0]
-- params: ["hstore"]
-- results: [0]
SELECT
    typname AS name, oid, typarray AS array_oid,
    oid::regtype::text AS regtype, typdelim AS delimiter
FROM pg_type t
WHERE t.oid = to_regtype($1)
ORDER BY t.oid
;

-- simple: true
RELEASE "_pg3_1";

-- simple: true
ROLLBACK;

-- simple: true
BEGIN;

-- simple: true
select 1;

-- simple: true
ROLLBACK;
