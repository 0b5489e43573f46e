-- description: ON CONFLICT DO UPDATE of plain columns
-- expect: served

insert into users (email, name) values ('canary-ada@example.com', 'Ada 2') on conflict (email) do update set name = excluded.name;

insert into users (email, name) values ('canary-bob@example.com', 'x') on conflict (email) do update set name = 'Bob 2', active = false returning id, email, name;

-- params: ["canary-cyd@example.com", "Cyd 2"]
insert into users (email, name) values ($1, $2) on conflict (email) do update set name = $2;

select id, email, name, active from users order by id;
