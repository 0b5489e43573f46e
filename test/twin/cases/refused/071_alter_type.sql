-- description: ALTER TYPE of a sealed column
-- expect: refused
-- user: postgres

-- refused: 0A000 users.email
alter table users alter column email type varchar(80);

select 1;
