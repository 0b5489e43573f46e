-- description: array literals that say their bounds
-- expect: served

insert into things (id, s_text, s_int4) values (1, 'canary a', 867530901), (2, 'canary b', 1), (3, null, null);

-- params: ["[0:1]={\"canary a\",canary b}"]
select id from things where s_text = any ($1) order by id;

select id from things where s_int4 = any ('[1:1][-2:-1] = {{867530901,5}}') order by id;

select id from things where s_int4 = any ('[2]={867530901,NULL}') order by id;

-- error: 22P02
select id from things where s_int4 = any ('[3]={867530901,NULL}') order by id;
