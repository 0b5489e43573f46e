-- description: A binary cursor gives its rows in binary in a simple Query (A73)
-- expect: served
-- modes: simple text binary

begin;

declare "Odd c" binary no scroll cursor without hold for select id, email, score, birthday from users where email <> 'x' order by id;

fetch 2 from "Odd c";

fetch all in "Odd c";

close all;

-- error: 34000
fetch "Odd c";

commit;
