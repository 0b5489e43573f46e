-- description: An error after COMMIT inside one Query undoes only what came after
-- expect: served
-- modes: batch

begin;

insert into users (email, name) values ('canary-be@example.com', 'Be');

commit;

insert into users (email, name) values ('canary-bf@example.com', 'Bf');

-- error: 22012
select 1 / 0;
