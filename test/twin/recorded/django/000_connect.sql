-- by: Django 5.2.19, psycopg 3.3.9

-- simple: true
SELECT oid, typarray FROM pg_type WHERE typname = 'hstore';

-- simple: true
SELECT oid, typarray FROM pg_type WHERE typname = 'citext';
