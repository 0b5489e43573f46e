-- description: generate_series beside is served, md5 is not
-- expect: refused

-- refused: 0A000 users.email
select initcap(email) from users, generate_series(1, 2);

select 1;
