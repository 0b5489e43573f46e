-- description: No rows, no columns
-- expect: served
-- modes: simple text binary batch

select email from users where false;

select from users where id = 1;

select email, phone from users where id = -1;

select * from users limit 0;
