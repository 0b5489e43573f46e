-- description: Errors of names are those of PostgreSQL
-- expect: served

-- error: 42P01
select * from no_such_table;

-- error: 42703
select nothing from users;

-- error: 42P01
select x.email from users u;

-- error: 42702
select email from users u, users w where u.id = w.id;

-- error: 42601
selec email from users;

-- error: 42883
select nosuchfunction(1);
