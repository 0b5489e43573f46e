-- description: A table joined with itself
-- expect: served
-- order: multiset
-- modes: simple text binary batch

update users set phone = 'canary-self', name = other.name from users other where other.id = users.id + 1
  returning users.id, users.name, other.id, other.email;

select id, name, phone from users order by id;
