-- description: CipherStash: a chained -> let the field name through
-- expect: refused

-- refused: 0A000 users.notes
select id from users where notes -> 'canary' ->> 'field' = 'canary value';
