-- by: @mikro-orm/core 6.6.16, @mikro-orm/postgresql 6.6.16, pg 8.23.1

-- simple: true
select version();;

-- simple: true
select 1 from pg_database where datname = 'plain_a6581583';

-- simple: true
select 1;

-- simple: true
select 1;
