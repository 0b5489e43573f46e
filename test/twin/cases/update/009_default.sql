-- description: UPDATE ... SET col = DEFAULT and NULL
-- expect: served

update users set email = default where id = 1;

update users set birthday = null, notes = default where id = 2;

select id, email, birthday, notes from users where id < 3 order by id;
