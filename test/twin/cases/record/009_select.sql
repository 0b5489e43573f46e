-- description: Rows with a record are read by joins, subqueries and searches
-- expect: served
-- modes: simple text binary

select owner from accounts where owner = 'canary-owner-two';

select a.owner, v.guest, v.paid from accounts a join visits v on v.no = a.id order by a.id;

select phone, note from accounts order by id desc limit 2;

select count(owner) from accounts where phone is not null;

delete from accounts where owner = 'canary-owner-one' returning id, owner;
