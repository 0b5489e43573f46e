-- description: bytea_output
-- expect: served

set bytea_output = 'escape';

select k_bytea from kinds order by id;

select id from kinds where k_bytea = '\x63616e61727920';

set bytea_output = 'hex';

select k_bytea from kinds order by id;
