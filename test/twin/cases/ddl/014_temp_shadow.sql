-- description: A temporary table that hides a mapped one is refused
-- expect: refused
-- user: postgres

create temporary table vault (id int, a text);

-- refused: 0A000 vault
insert into vault (id, a) values (1, 'not sealed');
