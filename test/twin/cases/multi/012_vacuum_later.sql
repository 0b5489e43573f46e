-- description: What stands before VACUUM in a query string is taken back with it
-- expect: served
-- modes: batch

insert into users (id, email) values (9001, 'x');

-- error: 25001
vacuum;
