-- description: numeric(20,4): UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["1.5"]
update kinds set k_numeric = $1 where id = 1 returning id, k_numeric;

-- params: ["1.23455", "2"]
update kinds set k_numeric = $1, tag = 'u' where id = $2 returning k_numeric, tag;

update kinds set k_numeric = 1.5 where id = 3 returning k_numeric;

update kinds set k_numeric = null where id = 5 returning k_numeric;

select id, k_numeric, tag from kinds order by id;
