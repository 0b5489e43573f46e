-- description: text: parameters declared as other string types (B7)
-- expect: served
-- modes: text binary

-- params: ["400", "canary declared"]
-- oids: [23, 25]
insert into kinds (id, k_text) values ($1, $2) returning k_text;

-- params: ["401", "canary declared"]
-- oids: [23, 1043]
insert into kinds (id, k_text) values ($1, $2) returning k_text;

-- params: ["402", "canary declared"]
-- oids: [23, 1042]
insert into kinds (id, k_text) values ($1, $2) returning k_text;

-- params: ["403", "canary cast"]
insert into kinds (id, k_text) values ($1, $2::text) returning k_text;

-- params: ["404", "canary cast and cut"]
insert into kinds (id, k_text) values ($1, $2::varchar(11)) returning k_text;
