-- description: int4: numbers in other bases, as text, are a spelling that is not read
-- expect: refused
-- modes: simple

-- params: ["400", "0x33B58415"]
-- refused: 0A000 spelling
insert into kinds (id, k_int4) values ($1, $2);
