-- description: DO whose body names a mapped table
-- expect: refused

-- refused: 0A000 sealed
do $$ begin insert into users (email) values ('canary-do'); end $$;

select 1;
