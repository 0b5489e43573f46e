-- description: COPY in binary, both ways (A76)
-- expect: served

copy (select * from users order by id) to stdout with (format binary);

copy binary kinds to stdout;

copy (select email, id from users where false) to stdout with (format binary);

-- copyhex: 5047434f50590aff0d0a000000000000000000000300000004000000650000001963616e6172792d62696e617279406578616d706c652e636f6d000000040000006400030000000400000066ffffffffffffffffffff
copy users (id, email, birthday) from stdin with (format binary);

-- copyhex: 5047434f50590aff0d0a000000000000000000ffff
copy users (id, email, birthday) from stdin with (format binary);

-- error: 08P01
-- copyhex: 5047434f50590aff0d0a000000000000000000000300000004000000670000001963616e6172792d62696e617279406578616d706c652e636f6d000000027878ffff
copy users (id, email, birthday) from stdin with (format binary);

-- error: 22P04
-- copyhex: 5047434f50590aff0d0a000000000000000000000300000004000000680000001663616e6172792d637574406578616d706c652e63
copy users (id, email, birthday) from stdin with (format binary);

-- error: 22P04
-- copyhex: 5047434f50590aff0d0a000000000000000000000200000004000000690000001863616e6172792d73686f7274406578616d706c652e636f6dffff
copy users (id, email, birthday) from stdin with (format binary);

-- error: 22P04
-- copyhex: 5047434f50585047434f50590aff0d0a000000000000000000
copy users (id, email, birthday) from stdin with (format binary);

select id, email, birthday from users where id > 100 order by id;
