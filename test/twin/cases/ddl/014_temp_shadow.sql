-- description: A temporary table that hides a mapped one is refused
-- expect: refused
-- user: postgres

-- refused: 0A000 vault
create temporary table vault (id int, a text);

insert into vault (id, a) values (90, 'canary sealed') returning a;
