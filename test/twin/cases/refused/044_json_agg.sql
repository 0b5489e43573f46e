-- description: json_agg()
-- expect: refused

-- refused: 0A000 users.email
select json_agg(email) from users;

select 1;
