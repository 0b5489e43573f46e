-- description: INSERT, UPDATE and DELETE prepared by SQL, with constants beside parameters
-- expect: served
-- modes: simple text binary batch

prepare add (int, text, text) as insert into users (id, email, phone, name) values ($1, $2, $3, 'prepared') returning id, email, phone;

execute add(9001, 'nine@example.com', '555');

execute add('9002', 'nine2@example.com', null);

prepare change as update users set phone = $2, notes = '{"a": 1}' where id = $1 returning phone, notes;

execute change(9001, '556'::text);

prepare many (text) as update users set phone = $1 where id > 9000;

execute many('557');

select id, email, phone, notes from users where id > 9000 order by id;

prepare gone (text[]) as delete from users where email = any($1);

execute gone('{nine@example.com,nine2@example.com}');

select count(*) from users where id > 9000;

deallocate all;
