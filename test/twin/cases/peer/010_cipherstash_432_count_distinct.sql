-- description: CipherStash 432: count(DISTINCT) counted ciphertexts
-- expect: refused

-- refused: 0A000 users.birthday
select count(distinct birthday) from users;
