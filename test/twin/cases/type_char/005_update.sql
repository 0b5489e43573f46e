-- description: char(8): UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["canary"]
update kinds set k_char = $1 where id = 1 returning id, k_char;

-- params: ["☃𝄞 canar", "2"]
update kinds set k_char = $1, tag = 'u' where id = $2 returning k_char, tag;

update kinds set k_char = 'canary' where id = 3 returning k_char;

update kinds set k_char = null where id = 5 returning k_char;

select id, k_char, tag from kinds order by id;
