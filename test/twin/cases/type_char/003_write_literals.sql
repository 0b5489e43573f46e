-- description: char(8): literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_char) values (200, 'canary') returning k_char;

insert into kinds (id, k_char) values (201, 'canary  ') returning k_char;

insert into kinds (id, k_char) values (202, 'canary and more'::char(8)) returning k_char;

insert into kinds (id, k_char) values (203, char(6) 'canary') returning k_char;

insert into kinds (id, k_char) values (204, bpchar 'canary') returning k_char;

insert into kinds (id, k_char) values (205, '') returning k_char;

select id, k_char from kinds where id >= 200 order by id;
