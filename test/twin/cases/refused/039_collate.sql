-- description: COLLATE
-- expect: refused

-- refused: 0A000 users.email
select email collate "C" from users;

select 1;
