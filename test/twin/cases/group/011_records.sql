-- description: Grouped values of rows with a record: the row of the value that is given is told too
-- expect: served
-- order: multiset

select owner, count(*) from accounts group by owner;

select owner, id from accounts group by owner, id;

select guest, site, count(*) from visits group by guest, site;

select distinct owner from accounts;

select distinct guest, site from visits;

select count(distinct owner) from accounts;

select s.owner from (select owner, count(*) from accounts group by 1) s;

select owner, count(*) from accounts group by rollup (owner);

select owner, id, count(*) from accounts group by rollup (owner, id);

select row_number() over (partition by owner order by id) from accounts;

select a.owner, b.guest from accounts a, visits b group by a.owner, b.guest;

select owner, count(*) from accounts left join visits on visits.no = accounts.id group by owner;

select v.guest, count(*) from accounts left join visits v on v.no = accounts.id group by v.guest;
