-- description: A whole row (C45)
-- expect: refused

-- refused: 0A000 users
select u from users u;

select 1;
