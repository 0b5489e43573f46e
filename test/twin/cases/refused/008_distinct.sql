-- description: DISTINCT
-- expect: refused

-- refused: 0A000 users.email
select distinct email from users;

select 1;
