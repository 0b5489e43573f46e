-- description: SIMILAR TO
-- expect: refused

-- refused: 0A000 users.email
select id from users where email similar to 'canary%';

select 1;
