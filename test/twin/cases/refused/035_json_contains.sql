-- description: @> on a sealed jsonb
-- expect: refused

-- refused: 0A000 users.notes
select id from users where notes @> '{"canary": "ada"}';

select 1;
