-- description: count(DISTINCT col)
-- expect: refused

-- refused: 0A000 users.email
select count(distinct email) from users;

select 1;
