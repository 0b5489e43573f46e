-- description: What is not served of EXECUTE
-- expect: refused

prepare p (text) as select id, email from users where email = $1;

-- refused: 0A000 EXPLAIN EXECUTE
explain execute p('ann@example.com');

-- refused: 0A000 CREATE TABLE AS EXECUTE
create table copied as execute p('ann@example.com');

-- refused: 0A000 an argument of EXECUTE
execute p('ann@' || 'example.com');

-- refused: 0A000 lower
prepare q (text) as select id from users where lower(email) = $1;

execute p('ann@example.com');
