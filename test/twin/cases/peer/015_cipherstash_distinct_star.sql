-- description: CipherStash: DISTINCT * emitted names of the base table
-- expect: refused

-- refused: 0A000 users
select distinct * from users u;
