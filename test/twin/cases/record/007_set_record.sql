-- description: A column of the record is not set
-- expect: refused
-- modes: simple text binary

-- refused: 0A000 cannot set column "site"
update visits set site = 'other' where no = 1;

-- refused: 0A000 cannot set column "id"
update accounts set id = default where id = 1;

-- refused: 0A000 cannot set column "no"
insert into visits (no) values (1) on conflict (site, no) do update set no = 5;

select site, no, guest from visits order by site, no;
