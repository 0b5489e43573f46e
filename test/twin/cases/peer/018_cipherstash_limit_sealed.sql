-- description: CipherStash: a sealed column in OFFSET; as a condition it is served
-- expect: refused

select id from kinds where k_bool or id = 1;

-- refused: 0A000 users.score
select id from users offset (select score from users where id = 1);
