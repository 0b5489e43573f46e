-- description: CipherStash: a NULL selector let the other operand through
-- expect: refused

-- params: [null, "canary-ada"]
-- refused: 0A000 users.notes
select id from users where notes -> $1 = $2::jsonb;
