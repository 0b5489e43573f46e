-- description: A window partitioned by a sealed column
-- expect: refused

-- refused: 0A000 users.email
select count(*) over (partition by email) from users;

select 1;
