-- description: Acra passed INSERT ... SELECT on in clear; here the rows are brought first, and their values sealed
-- expect: served

insert into users (email, name) select 'canary-select@example.com' || label, label from items;

select email, name from users where id > 8 order by name;
