-- description: DISTINCT *
-- expect: refused

-- refused: 0A000 users
select distinct * from users;

select 1;
