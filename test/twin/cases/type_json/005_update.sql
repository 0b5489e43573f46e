-- description: json: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["{\"canary\": 1, \"canary\": 2}"]
update kinds set k_json = $1 where id = 1 returning id, k_json;

-- params: ["{}", "2"]
update kinds set k_json = $1, tag = 'u' where id = $2 returning k_json, tag;

update kinds set k_json = '{"b":1,  "a" : "canary"}' where id = 3 returning k_json;

update kinds set k_json = null where id = 5 returning k_json;

select id, k_json, tag from kinds order by id;
