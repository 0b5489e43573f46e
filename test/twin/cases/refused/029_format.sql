-- description: format()
-- expect: refused

-- refused: 0A000 users.email
select quote_ident(email) from users;

select 1;
