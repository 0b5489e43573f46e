-- description: CREATE RULE on a mapped table
-- expect: refused
-- user: postgres

-- refused: 0A000 users
create rule ru as on insert to users do also select 1;

select 1;
