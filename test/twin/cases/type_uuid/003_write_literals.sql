-- description: uuid: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_uuid) values (200, 'ca0a51e5-ca0a-4000-8000-0000000000c1') returning k_uuid;

insert into kinds (id, k_uuid) values (201, uuid 'CA0A51E5-CA0A-4000-8000-0000000000C2') returning k_uuid;

insert into kinds (id, k_uuid) values (202, '{ca0a51e5ca0a400080000000000000c3}'::uuid) returning k_uuid;

select id, k_uuid from kinds where id >= 200 order by id;
