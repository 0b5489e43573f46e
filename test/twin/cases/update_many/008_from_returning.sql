-- description: RETURNING of the joined rows, sealed columns of theirs included
-- expect: served
-- order: multiset
-- modes: simple text binary batch

update orders o set note = 'canary-joined' from users u where u.id = o.user_id
  returning o.id, o.note, u.email, u.name, u.birthday, coalesce(u.phone, 'canary none') as phone, u.name || '!' as loud;

update orders o set note = 'canary-joined-2' from users u where u.id = o.user_id and o.id < 3 returning *;

update orders o set note = 'canary-joined-3' from users u where u.id = o.user_id and o.id < 3 returning u.*, o.id;
