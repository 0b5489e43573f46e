-- description: bool: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "t"]
insert into kinds (id, k_bool) values ($1, $2) returning k_bool;

-- params: ["101", "true"]
insert into kinds (id, k_bool) values ($1, $2) returning k_bool;

-- params: ["102", "yes"]
insert into kinds (id, k_bool) values ($1, $2) returning k_bool;

-- params: ["103", "on"]
insert into kinds (id, k_bool) values ($1, $2) returning k_bool;

-- params: ["104", "1"]
insert into kinds (id, k_bool) values ($1, $2) returning k_bool;

-- params: ["105", "f"]
insert into kinds (id, k_bool) values ($1, $2) returning k_bool;

-- params: ["106", "false"]
insert into kinds (id, k_bool) values ($1, $2) returning k_bool;

-- params: ["107", "no"]
insert into kinds (id, k_bool) values ($1, $2) returning k_bool;

-- params: ["108", "off"]
insert into kinds (id, k_bool) values ($1, $2) returning k_bool;

-- params: ["109", "0"]
insert into kinds (id, k_bool) values ($1, $2) returning k_bool;

-- params: ["110", " TRU "]
insert into kinds (id, k_bool) values ($1, $2) returning k_bool;

-- params: ["111", "of"]
insert into kinds (id, k_bool) values ($1, $2) returning k_bool;

-- params: [null]
insert into kinds (id, k_bool) values (150, $1) returning k_bool;

select id, k_bool from kinds where id >= 100 order by id;
