-- description: ADD CHECK over a sealed column
-- expect: refused
-- user: postgres

-- refused: 0A000 users.email
alter table users add check (email <> 'canary');

select 1;
