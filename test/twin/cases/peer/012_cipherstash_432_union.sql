-- description: CipherStash 432: UNION of ciphertexts removed nothing
-- expect: refused

-- refused: 0A000 users.birthday
select birthday from users union select birthday from users;
