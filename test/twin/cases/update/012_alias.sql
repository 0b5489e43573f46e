-- description: UPDATE with an alias, ONLY, schema and quoted names
-- expect: served

update only public.users as u set phone = 'canary-al' where u.id = 1;

update "Odd Names" o set "E-Mail" = 'canary-oddu', "select" = 'canary-selu' where o."Id" = 1 returning o."E-Mail", "select";

update users * set phone = 'canary-st' where id = 2;

select id, phone from users where id < 3 order by id;
