-- description: LIKE with a parameter
-- expect: refused

-- params: ["canary%"]
-- refused: 0A000 users.email
select id from users where email like $1;

select 1;
