-- description: COMMENT of a mapped column passes, a trigger does not
-- expect: refused
-- user: postgres

-- refused: 0A000 users
create trigger t before insert on users for each row when (new.email = 'canary') execute function suppress_redundant_updates_trigger();

select 1;
