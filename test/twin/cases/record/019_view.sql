-- description: INSERT through views that PostgreSQL updates by itself: their own defaults go before those of the table
-- expect: served
-- modes: simple text binary batch

insert into owners (holder) values ('canary-view-1') returning *;

-- params: ["canary-view-2", "canary-555-22"]
insert into owners (holder, phone, note) values ($1, $2, default), (null, 'canary-555-23', 'given') returning id, holder, note;

insert into owners values (default, 'listed', 'canary-view-3', null);

insert into guests (guest) values ('canary-view-4') returning place, no, guest;

insert into guests (guest, place, paid) values ('canary-view-5', default, 867530.55), ('canary-view-6', 'x/y', null) returning *;

insert into guests_below (visitor) values ('canary-view-7') returning visitor, no, place, low;

-- params: ["7001", "canary-view-8", "deep"]
insert into guests_below (no, visitor, place) values ($1, $2, $3) returning *;

insert into guests_below (visitor, no, place) select 'canary-view-9', 7002, 'hall' where not exists (select 1 from guests_below where no = 7002);

select id, owner, phone, note from accounts order by id;

select site, no, guest, paid from visits order by site, no;
