-- by: kysely 0.28.18, pg 8.23.1

-- simple: true
select 1;
