-- description: CipherStash 432: IN (SELECT ...) compared ciphertexts
-- expect: served

select id from users where email in (select user_email from orders) order by id;

select id from users where birthday in (select birthday from users where id = 1) order by id;
