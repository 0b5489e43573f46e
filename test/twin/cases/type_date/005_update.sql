-- description: date: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["2024-02-29"]
update kinds set k_date = $1 where id = 1 returning id, k_date;

-- params: ["5874897-12-31", "2"]
update kinds set k_date = $1, tag = 'u' where id = $2 returning k_date, tag;

update kinds set k_date = '2024-02-29' where id = 3 returning k_date;

update kinds set k_date = null where id = 5 returning k_date;

select id, k_date, tag from kinds order by id;
