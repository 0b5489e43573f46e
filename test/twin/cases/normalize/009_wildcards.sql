-- description: A pattern that turns out to have wildcards is refused when it is bound
-- expect: refused
-- modes: simple

-- params: ["canary%"]
-- refused: 0A000 with % or _
select id from patrons where mail ilike $1;

-- params: ["canary_"]
-- refused: 0A000 with % or _
select id from patrons where mail not like $1;

-- params: ["canary\\"]
-- refused: 0A000 with % or _
select id from patrons where mail ilike $1;
