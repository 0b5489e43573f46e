-- description: text: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_text) values (200, 'canary lit') returning k_text;

insert into kinds (id, k_text) values (201, E'canary\ttab') returning k_text;

insert into kinds (id, k_text) values (202, U&'canary \2603') returning k_text;

insert into kinds (id, k_text) values (203, $$canary $ dollar$$) returning k_text;

insert into kinds (id, k_text) values (204, N'canary n') returning k_text;

insert into kinds (id, k_text) values (205, 'canary'::text) returning k_text;

insert into kinds (id, k_text) values (206, text 'canary typed') returning k_text;

insert into kinds (id, k_text) values (207, 'canary ' 
  'joined') returning k_text;

insert into kinds (id, k_text) values (208, '') returning k_text;

select id, k_text from kinds where id >= 200 order by id;
