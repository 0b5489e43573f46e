-- description: Acra passed INSERT ... SELECT on in clear
-- expect: refused

-- refused: 0A000 users.email
insert into users (email, name) select 'canary-select@example.com' || label, label from items;
