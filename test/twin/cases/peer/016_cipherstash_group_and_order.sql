-- description: CipherStash: GROUP BY x ORDER BY x failed with 42803
-- expect: refused

-- refused: 0A000 users.email
select email from users group by email order by email;

select name, count(email) from users where email is not null group by name order by name;
