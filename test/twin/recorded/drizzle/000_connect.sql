-- by: drizzle-orm 0.45.4, pg 8.23.1

-- simple: true
select 1;
