-- description: bytea: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["\\x63616e617279"]
update kinds set k_bytea = $1 where id = 1 returning id, k_bytea;

-- params: ["\\x63 61 6e", "2"]
update kinds set k_bytea = $1, tag = 'u' where id = $2 returning k_bytea, tag;

update kinds set k_bytea = '\x63616e61727901' where id = 3 returning k_bytea;

update kinds set k_bytea = null where id = 5 returning k_bytea;

select id, k_bytea, tag from kinds order by id;
