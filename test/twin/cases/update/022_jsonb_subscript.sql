-- description: A subscript target of a sealed jsonb column is refused
-- expect: refused

-- refused: 0A000 users.notes
update users set notes['canary'] = '1' where id = 1;
