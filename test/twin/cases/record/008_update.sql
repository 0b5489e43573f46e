-- description: UPDATE of rows with a record
-- expect: served
-- modes: simple text binary

update accounts set phone = 'canary-6' where id = 1;

-- params: ["canary-5", "2"]
update visits set guest = $1 where no = $2 and site = 'main/hall' returning site, no, guest;

select id, owner, phone from accounts order by id;

select site, no, guest from visits order by site, no;
