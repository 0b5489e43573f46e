-- description: CipherStash 432: ordinals hid the column
-- expect: refused

-- refused: 0A000 users.email
select email, count(*) from users group by 1 order by 1;
