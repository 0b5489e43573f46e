-- description: A unique index on a sealed column made through the proxy holds
-- expect: served
-- user: postgres
-- cleanup: drop index if exists tickets_holder

create unique index tickets_holder on tickets (holder);

-- error: 23505
insert into tickets (id, holder) values (50, 'canary-holder-one');

drop index tickets_holder;
