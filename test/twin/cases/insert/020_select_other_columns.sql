-- description: INSERT ... SELECT from a mapped table of its plain columns alone
-- expect: served

insert into items (id, label) select id + 50, name from users where email = 'canary-ada@example.com';

select * from items where id > 50;
