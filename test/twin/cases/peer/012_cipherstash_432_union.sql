-- description: CipherStash 432: UNION of ciphertexts removed nothing
-- expect: served
-- order: multiset

select birthday from users union select birthday from users;
