-- description: bytea: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "\\x63616e617279"]
insert into kinds (id, k_bytea) values ($1, $2) returning k_bytea;

-- params: ["101", "\\x"]
insert into kinds (id, k_bytea) values ($1, $2) returning k_bytea;

-- params: ["102", "canary plain"]
insert into kinds (id, k_bytea) values ($1, $2) returning k_bytea;

-- params: ["103", "\\\\canary"]
insert into kinds (id, k_bytea) values ($1, $2) returning k_bytea;

-- params: ["104", "\\000\\377canary"]
insert into kinds (id, k_bytea) values ($1, $2) returning k_bytea;

-- params: ["105", "\\x63 61 6e"]
insert into kinds (id, k_bytea) values ($1, $2) returning k_bytea;

-- params: [null]
insert into kinds (id, k_bytea) values (150, $1) returning k_bytea;

select id, k_bytea from kinds where id >= 100 order by id;
