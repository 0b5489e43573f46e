-- description: HEADER in text, and NULL texts (A75)
-- expect: served

-- copy: ["anything\n101\tcanary-header@example.com\tnil\n102\t \t\\N\n"]
copy users (id, email, name) from stdin with (header, null 'nil');

-- copy: ["id|email\n103|canary\\|pipe@example.com\n"]
copy users (id, email) from stdin with (header match, delimiter '|');

-- copy: ["104,canary-comma@example.com\n105,(\n"]
copy users (id, email) from stdin with (delimiter ',');

-- copy: ["106(canary-parenthesis@example.com\n"]
copy users (id, email) from stdin with (delimiter '(');

select id, email, name from users where id > 100 order by id;
