-- description: jsonb: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_jsonb) values (200, '{"b":1,  "a" : "canary"}') returning k_jsonb;

insert into kinds (id, k_jsonb) values (201, jsonb '[1,2.0]') returning k_jsonb;

insert into kinds (id, k_jsonb) values (202, 'null'::jsonb) returning k_jsonb;

insert into kinds (id, k_jsonb) values (203, '"\u00e9"') returning k_jsonb;

select id, k_jsonb from kinds where id >= 200 order by id;
