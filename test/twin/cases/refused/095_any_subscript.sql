-- description: sealed = ANY(array column)
-- expect: refused

-- refused: 0A000 users.email
select id from users where email = any((select array_agg(label) from items)::text[]);

select 1;
