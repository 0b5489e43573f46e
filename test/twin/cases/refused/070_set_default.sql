-- description: SET DEFAULT of a sealed column
-- expect: refused
-- user: postgres

-- refused: 0A000 users.email
alter table users alter column email set default 'canary';

select 1;
