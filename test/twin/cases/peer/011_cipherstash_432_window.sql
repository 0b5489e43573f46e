-- description: CipherStash 432: a window ordered by ciphertexts
-- expect: refused

-- refused: 0A000 users.email
select id, rank() over (order by email) from users;
