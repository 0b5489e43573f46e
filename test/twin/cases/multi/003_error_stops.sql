-- description: The first error ends the Query and undoes what came before
-- expect: served
-- modes: batch

insert into users (email, name) values ('canary-g1@example.com', 'G1');

-- error: 23505
insert into users (email, name) values ('canary-ada@example.com', 'G2');

select 'never';
