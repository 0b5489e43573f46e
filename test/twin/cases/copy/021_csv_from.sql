-- description: COPY FROM in csv: quotes, embedded line ends, header, forced columns (A74, A75)
-- expect: served

-- copy: ["id,email\n101,canary-csv@example.com\n102,\"canary,\"\"quo", "ted\"\"\nline\"\n103,\n"]
copy users (id, email) from stdin with (format csv, header);

-- copy: ["'id';'email'\r\n'105';'canary\\'x\\\\\r\ny'\r\n106;canary'' a''b\r\n"]
copy users (id, email) from stdin with (format csv, header, delimiter ';', quote '''', escape '\');

-- copy: ["107,\"nil\",nil\n108,nil,\"nil\"\n"]
copy users (id, email, name) from stdin with (format csv, null 'nil', force_null (email), force_not_null (name));

-- copy: ["id,email\n109,canary-match@example.com\n"]
copy users (id, email) from stdin with (format csv, header match);

-- error: 22P04
-- copy: ["id,mail\n110,canary-no-match@example.com\n"]
copy users (id, email) from stdin with (format csv, header match);

-- error: 22P04
-- copy: ["110,\"canary-open@example.com\n"]
copy users (id, email) from stdin csv;

-- error: 22007
-- copy: ["111,\"canary\"\n"]
copy users (id, birthday) from stdin csv;

select id, email, name from users where id > 100 order by id;
