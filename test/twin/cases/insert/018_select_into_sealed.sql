-- description: INSERT ... SELECT of plain values into a sealed column (C24)
-- expect: served

insert into users (email, name) select 'canary-' || label, 'x' from items where id = 1;

insert into users (email, name) select label, 'y' from items where label like 'c%';

select email, name from users where id > 8 order by name;
