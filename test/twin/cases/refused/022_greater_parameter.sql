-- description: >= with a parameter
-- expect: refused

-- params: ["1916-01-01"]
-- refused: 0A000 users.birthday
select id from users where birthday >= $1;

select 1;
