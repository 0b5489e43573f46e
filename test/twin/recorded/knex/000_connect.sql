-- by: knex 3.3.0, pg 8.23.1

-- simple: true
select version();;

-- simple: true
select 1;
