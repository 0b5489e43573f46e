-- description: Parameters of other types than the column of the record
-- expect: served
-- modes: text binary

-- params: ["80", "canary-rec-1"]
-- oids: [21]
insert into visits (no, guest) values ($1, $2) returning no, guest;

-- params: ["81", "canary-rec-2"]
-- oids: [20, 25]
insert into visits (no, guest) values ($1, $2) returning no, guest;

-- params: ["82.5", "canary-rec-4"]
insert into visits (no, guest) values ($1::numeric, $2) returning no, guest;

select no, guest from visits order by no;
