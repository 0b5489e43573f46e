-- description: found by the generator: the time of day of infinite timestamps
-- expect: served
-- order: multiset

insert into things (id, s_timestamp) values (8, '-infinity');

select t.id, p.id, t.s_timestamp::time from things t left join parts p on p.ref = t.id;
