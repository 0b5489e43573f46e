-- description: Odd names, comments and spaces
-- expect: served
-- order: multiset
-- modes: simple text binary batch

update /* first */ "Odd Names" as "a ""b" -- an alias
set "E-Mail" = null, "select" = 'canary-odd' /* the
value */ where "a ""b"."Id" > 0 /* last */ returning "select", "E-Mail" as "x y", "a ""b".plain;

update only "Odd Names" set "select" = 'canary-odd-2' returning *;
