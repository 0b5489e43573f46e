-- description: ON CONFLICT DO UPDATE with WHERE
-- expect: served

insert into users (email, name) values ('canary-ada@example.com', 'W') on conflict (email) do update set name = excluded.name where users.active;

insert into users (email, name) values ('canary-cyd@example.com', 'W') on conflict (email) do update set name = excluded.name where users.active returning id;

insert into users (email, name) values ('canary-bob@example.com', 'W2') on conflict (email) do update set name = excluded.name where users.email is not null;

select id, name from users order by id;
