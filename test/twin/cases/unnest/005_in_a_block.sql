-- description: Rows of UNNEST in a transaction block: written twice, a duplicate undone to a savepoint
-- expect: served

begin;

-- params: ["{201,202}", "{canary-un-201,NULL}"]
insert into users (id, email) select * from unnest($1::int[], $2::text[]);

savepoint s;

-- params: ["{202,203}", "{canary-un-202,canary-un-203}"]
-- error: 23505
insert into users (id, email) select * from unnest($1::int[], $2::text[]);

rollback to s;

-- params: ["{202,203}", "{canary-un-202,canary-un-203}"]
insert into users (id, email) select * from unnest($1::int[], $2::text[]) on conflict (id) do update set email = excluded.email returning id, email;

select id, email from users where id > 200 order by id;

rollback;

select count(*) from users where id > 200;
