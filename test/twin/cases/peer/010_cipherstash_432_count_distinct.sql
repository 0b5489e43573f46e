-- description: CipherStash 432: count(DISTINCT) counted ciphertexts
-- expect: served

select count(distinct birthday) from users;
