-- description: COPY TO of a table: text, in declared types, NULL and escapes (A77)
-- expect: served
-- order: multiset

copy users to stdout;

copy users (email, id) to stdout;

copy kinds to stdout;

copy "Odd Names" ("E-Mail", "Id") to stdout;
