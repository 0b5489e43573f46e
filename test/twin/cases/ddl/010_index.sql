-- description: CREATE INDEX on a sealed column, plain and unique
-- expect: served
-- user: postgres
-- cleanup: drop index if exists orders_note, vault_plain

create index orders_note on orders (note);

create unique index vault_plain on vault (plain);

select id from orders where note = 'canary note one';

drop index orders_note, vault_plain;
