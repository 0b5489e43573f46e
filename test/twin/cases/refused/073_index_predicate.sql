-- description: An index predicate over a sealed column
-- expect: refused
-- user: postgres

-- refused: 0A000 users.email
create index on users (id) where email = 'canary';

select 1;
