-- description: SET in a Query holds for the statements after it (A71)
-- expect: served
-- modes: simple text binary batch

set datestyle = 'German, DMY';

select birthday from users where id = 1;

set timezone = 'Asia/Tokyo';

select k_timestamptz from kinds where id = 1;

set bytea_output = 'escape';

select k_bytea from kinds where id = 1;
