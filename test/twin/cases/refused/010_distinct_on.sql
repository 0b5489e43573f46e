-- description: DISTINCT ON
-- expect: refused

-- refused: 0A000 users.email
select distinct on (email) id from users order by email;

select 1;
