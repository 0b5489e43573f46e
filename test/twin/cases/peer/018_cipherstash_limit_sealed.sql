-- description: CipherStash: a sealed column in LIMIT, OFFSET and as a condition
-- expect: refused

-- refused: 0A000 kinds.k_bool
select id from kinds where k_bool or id = 1;

-- refused: 0A000 users.score
select id from users offset (select score from users where id = 1);
