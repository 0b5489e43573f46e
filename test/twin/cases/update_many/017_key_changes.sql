-- description: The key itself is set
-- expect: served
-- order: multiset

update items set id = id + 100, label = 'x' || id where id > 1;

update notices set id = id + 10, body = 'canary-key' where id < 3 returning id, body;

update orders set id = id + 5, note = 'canary-swap' where id > 1;

select id, note from orders order by id;
