-- description: COPY TO in csv: quoting as PostgreSQL does it (A75)
-- expect: served
-- order: multiset

copy users to stdout csv;

copy kinds to stdout with (format csv, header);

copy kinds (id, k_text, tag) to stdout with (format csv, force_quote (k_text));

copy kinds (id, k_text, k_varchar) to stdout with (format csv, force_quote *, null 'NULL');

copy kinds (k_text) to stdout with (format csv, null 'CANARY');

copy kinds (k_text, k_json) to stdout with (format csv, delimiter ';', quote '''', escape '\');

copy (select k_text as "a,b" from kinds) to stdout with (format csv, header);
