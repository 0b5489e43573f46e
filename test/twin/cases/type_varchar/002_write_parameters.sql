-- description: varchar(12): what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "canary 12chr"]
insert into kinds (id, k_varchar) values ($1, $2) returning k_varchar;

-- params: ["101", ""]
insert into kinds (id, k_varchar) values ($1, $2) returning k_varchar;

-- params: ["102", "canary ☃𝄞"]
insert into kinds (id, k_varchar) values ($1, $2) returning k_varchar;

-- params: ["103", "canary      "]
insert into kinds (id, k_varchar) values ($1, $2) returning k_varchar;

-- params: ["104", "c"]
insert into kinds (id, k_varchar) values ($1, $2) returning k_varchar;

-- params: [null]
insert into kinds (id, k_varchar) values (150, $1) returning k_varchar;

select id, k_varchar from kinds where id >= 100 order by id;
