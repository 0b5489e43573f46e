-- description: text: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["canary one"]
update kinds set k_text = $1 where id = 1 returning id, k_text;

-- params: ["it's \\ canary", "2"]
update kinds set k_text = $1, tag = 'u' where id = $2 returning k_text, tag;

update kinds set k_text = 'canary lit' where id = 3 returning k_text;

update kinds set k_text = null where id = 5 returning k_text;

select id, k_text, tag from kinds order by id;
