-- description: SET from another sealed column of the row: opened and sealed anew for its own column
-- expect: served

update orders set note = user_email where id = 1;

select id, note, user_email from orders order by id;
