-- description: A generated column over a sealed one
-- expect: refused
-- user: postgres

-- refused: 0A000 sealed
alter table users add column g text generated always as (upper(email)) stored;

select 1;
