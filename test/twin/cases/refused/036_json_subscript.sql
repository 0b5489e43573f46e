-- description: A subscript of a sealed jsonb
-- expect: refused

-- refused: 0A000 users.notes
select notes['canary'] from users;

select 1;
