-- description: row_to_json() of a whole row
-- expect: refused

-- refused: 0A000 users
select row_to_json(u) from users u;

select 1;
