-- description: time: digits alone are a spelling that is not read
-- expect: refused
-- modes: simple

-- params: ["400", "040506"]
-- refused: 0A000 spelling
insert into kinds (id, k_time) values ($1, $2);
