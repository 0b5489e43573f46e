-- description: json: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_json) values (200, '{"b":1,  "a" : "canary"}') returning k_json;

insert into kinds (id, k_json) values (201, json '[1,2]') returning k_json;

insert into kinds (id, k_json) values (202, 'null'::json) returning k_json;

insert into kinds (id, k_json) values (203, '"\u00e9"') returning k_json;

select id, k_json from kinds where id >= 200 order by id;
