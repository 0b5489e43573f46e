-- by: typeorm 1.1.1, pg 8.23.1

-- simple: true
SELECT version();

-- simple: true
SELECT * FROM current_schema();
