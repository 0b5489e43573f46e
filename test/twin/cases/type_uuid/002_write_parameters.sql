-- description: uuid: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "ca0a51e5-ca0a-4000-8000-0000000000b1"]
insert into kinds (id, k_uuid) values ($1, $2) returning k_uuid;

-- params: ["101", "CA0A51E5CA0A400080000000000000B2"]
insert into kinds (id, k_uuid) values ($1, $2) returning k_uuid;

-- params: ["102", "{ca0a51e5-ca0a-4000-8000-0000000000b3}"]
insert into kinds (id, k_uuid) values ($1, $2) returning k_uuid;

-- params: ["103", "ca0a-51e5-ca0a-4000-8000-0000-0000-00b4"]
insert into kinds (id, k_uuid) values ($1, $2) returning k_uuid;

-- params: [null]
insert into kinds (id, k_uuid) values (150, $1) returning k_uuid;

select id, k_uuid from kinds where id >= 100 order by id;
