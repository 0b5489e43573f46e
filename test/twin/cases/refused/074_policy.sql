-- description: A policy over a sealed column
-- expect: refused
-- user: postgres

-- refused: 0A000 users
create policy p on users using (email = current_user);

select 1;
