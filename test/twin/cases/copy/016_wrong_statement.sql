-- description: A COPY that PostgreSQL refuses itself: told at Parse, where PostgreSQL tells at Execute
-- expect: served
-- modes: simple

-- error: 42703
-- copy: ["101\tcanary@example.com\n"]
copy users (id, emale) from stdin;

-- error: 42701
-- copy: ["101\tcanary@example.com\n"]
copy users (id, email, id) from stdin;

-- error: 0A000
copy users (id, email, name) to stdout delimiter 'é';

-- error: 42601
copy users to stdout with (format csv, format csv);

-- error: 22023
copy users to stdout with (format xml);

-- error: 0A000
copy users to stdout with (quote '''');

-- error: 22023
copy users to stdout with (delimiter 'a');

-- error: 42601
copy users to stdout with (format binary, delimiter ',');
