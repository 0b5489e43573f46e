-- description: UPDATE of the one row that its WHERE names as the record does
-- expect: served

-- params: ["canary-pinned-one", "1"]
update accounts set owner = $1 where id = $2 returning owner, note;

-- params: ["canary-pinned-two", "2"]
-- oids: [25, 23]
update accounts set owner = $1, phone = 'canary-555-9', note = 'p' where id = $2 and note <> 'x' returning phone;

-- params: ["canary-nobody", null]
update accounts set owner = $1 where id = $2;

-- params: ["canary-nobody", "999"]
update accounts set owner = $1 where id = $2 returning *;

update accounts set owner = 'canary-nobody' where id = null;

update accounts set owner = 'canary-nobody' where id = 1 and id = 2;

update accounts set owner = 'canary-three' where 3 = id;

update accounts set phone = 'canary-555-8' where id = 3.0;

update accounts set owner = null, phone = coalesce(phone, 'canary-555-7') where id = '2' returning owner, phone;

-- params: ["canary-pinned-guest", "main/hall", "1"]
update visits set guest = $1, paid = 867530.97 where site = $2 and no = $3 returning guest;

-- params: ["canary-other-guest", "x%{y}  ", "7"]
update visits set guest = $1 where site = $2 and no = $3;

update visits as v set guest = 'canary-hall' where (v.no, v.site) = (2, 'main/hall');

with u as (update visits set guest = 'canary-within' where no = 7 and site = 'x%{y}' returning guest, no) select guest from u;

select id, owner, phone, note from accounts order by id;

select * from visits order by no, site;
