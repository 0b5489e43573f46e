-- description: INSERT through views: what PostgreSQL refuses
-- expect: served
-- modes: simple text binary

-- error: 44000
insert into guests (guest, place) values ('canary-view-1', 'closed');

-- error: 0A000
insert into guests_below (visitor, no, low) values ('canary-view-2', 8000, 'x');

-- error: 428C9
insert into owners (id, holder) values (99, 'canary-view-3');

-- error: 23505
insert into owners (holder) values ('canary-owner-one');

select site, no, guest, paid from visits order by site, no;
