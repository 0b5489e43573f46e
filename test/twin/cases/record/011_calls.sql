-- description: Calls that make a value
-- expect: served
-- modes: simple text binary

insert into visits (no, guest) values (nextval('visits_no'), 'canary-rec-1'), (default, 'canary-rec-2') returning no;

-- error: 42804
insert into visits (no, guest) values (gen_random_uuid(), 'canary-rec-3');

select no, guest from visits order by no;
