-- description: NULL for a column of the record
-- expect: served
-- modes: simple batch

-- error: 23502
insert into visits (no, guest) values (null, 'canary-rec-4');

-- error: 23502
insert into guests (guest, place, no) values ('canary-view-4', null, 1);
