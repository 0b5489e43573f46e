-- description: string_agg()
-- expect: refused

-- refused: 0A000 users.email
select string_agg(email, ',') from users;

select 1;
