-- description: jsonb: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["{\"canary\": 1, \"canary\": 2}"]
update kinds set k_jsonb = $1 where id = 1 returning id, k_jsonb;

-- params: ["123456789012345678901234567890.5", "2"]
update kinds set k_jsonb = $1, tag = 'u' where id = $2 returning k_jsonb, tag;

update kinds set k_jsonb = '{"b":1,  "a" : "canary"}' where id = 3 returning k_jsonb;

update kinds set k_jsonb = null where id = 5 returning k_jsonb;

select id, k_jsonb, tag from kinds order by id;
