-- description: Through a view
-- expect: refused

-- refused: 0A000 public.active_users
update active_users set phone = 'canary-view' where id < 5;
