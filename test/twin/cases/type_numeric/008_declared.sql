-- description: numeric: parameters declared as numbers of other types (B7)
-- expect: served
-- modes: text binary

-- params: ["400", "5"]
-- oids: [23, 21]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: ["401", "5"]
-- oids: [23, 20]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: ["402", "5.25"]
-- oids: [23, 701]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: ["403", "5.255555"]
-- oids: [23, 1700]
insert into kinds (id, k_numeric) values ($1, $2) returning k_numeric;

-- params: ["5.25"]
-- oids: [1700]
select id from kinds where k_numeric = $1;
