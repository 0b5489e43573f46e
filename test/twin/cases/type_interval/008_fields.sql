-- description: interval: a literal with fields or precision is refused
-- expect: refused

-- refused: 0A000 sealed column of type interval
insert into kinds (id, k_interval) values (202, interval '5' day) returning k_interval;

-- refused: 0A000 sealed column of type interval
select id from kinds where k_interval = interval '1 day 02:03:04' hour to minute;
