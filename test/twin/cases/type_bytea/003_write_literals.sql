-- description: bytea: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_bytea) values (200, '\x63616e61727901') returning k_bytea;

insert into kinds (id, k_bytea) values (201, '\xCAFE') returning k_bytea;

insert into kinds (id, k_bytea) values (202, E'\\x0001') returning k_bytea;

insert into kinds (id, k_bytea) values (203, 'canary\001') returning k_bytea;

insert into kinds (id, k_bytea) values (204, '\x00'::bytea) returning k_bytea;

insert into kinds (id, k_bytea) values (205, bytea '\xca') returning k_bytea;

insert into kinds (id, k_bytea) values (206, '') returning k_bytea;

select id, k_bytea from kinds where id >= 200 order by id;
