-- description: PREPARE of an optional filter with two parameters
-- expect: served
-- modes: simple text

prepare optional (text, text) as select id from users where $1 is null or email = $2 order by id;

execute optional ('canary-ada@example.com', 'canary-ada@example.com');

execute optional (null, null);
