-- description: standard_conforming_strings = off (B25)
-- expect: refused

-- refused: 0A000 standard_conforming_strings
set standard_conforming_strings = off;

select 1;
