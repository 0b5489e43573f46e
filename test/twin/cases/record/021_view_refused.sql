-- description: INSERT through a view that does not hold the columns of the record
-- expect: refused

-- refused: 0A000 public.visits
insert into guests_only (guest) values ('canary-view-1');
