-- description: JSON over tables with a record: what tells the row comes along, or stands in the row itself
-- expect: refused

select json_agg(json_build_object('owner', owner, 'phone', phone) order by note) from accounts;

select jsonb_agg(owner order by id), json_agg(owner order by id), to_json(max(id)) from accounts;

select row_to_json(a), to_jsonb(a.*) from accounts a order by id;

select row_to_json(v) from visits v order by site, no;

select to_json(guest), to_jsonb(paid), coalesce(to_json(guest), '[]') from visits order by site, no;

select a.id, s.data from accounts a, lateral (select json_build_array(b.owner, b.phone) as data from accounts b where b.id = a.id) s order by a.id;

select (select json_agg(json_build_object('o', b.owner) order by b.id) from accounts b where b.id <= a.id) from accounts a order by a.id;

select s.owner, json_build_object('o', s.owner, 'p', s.phone) from (select owner, phone, note from accounts) s order by s.note;

with a as (select owner, phone, id from accounts) select json_agg(a order by a.id) from a;

insert into accounts (owner, phone) values ('canary-json-owner', 'canary-555-9') returning json_build_object('owner', owner, 'phone', phone);

-- refused: 0A000 accounts.owner
select json_build_object('o', owner) from accounts group by owner;

select 1;
