-- description: RETURNING of sealed and plain columns
-- expect: served
-- order: multiset
-- modes: simple text binary batch

update users set phone = 'canary-ret', score = 11 where id < 4 returning id, phone, score, email, upper(name) as n, id * 2;

-- params: ["canary-ret2", "4"]
update users set phone = $1 where id < $2 returning *;

update users u set phone = 'canary-ret3' where u.id < 3 returning u.*;
