-- description: json_build_object()
-- expect: refused

-- refused: 0A000 users.email
select json_build_object('e', email) from users;

select 1;
