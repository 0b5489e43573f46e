-- description: Triggers fire as for one statement
-- expect: served
-- order: multiset
-- modes: simple text binary batch

update notices set body = 'canary-fired' where id < 5 returning id, body, seen;

select what from journal;

-- params: ["canary-fired-2"]
update notices set body = $1, tag = 'c', seen = seen * 2;

update notices set body = 'canary-none' where id > 50;

select what from journal;

select * from notices;
