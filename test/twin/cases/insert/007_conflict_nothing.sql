-- description: ON CONFLICT DO NOTHING with and without a target
-- expect: served

insert into users (email, name) values ('canary-ada@example.com', 'Again') on conflict do nothing;

insert into users (email, name) values ('canary-ada@example.com', 'Again') on conflict (email) do nothing returning id;

insert into users (email, name) values ('canary-fresh@example.com', 'Fresh'), ('canary-bob@example.com', 'Again')
  on conflict (email) do nothing returning name, email;

-- params: ["canary-bob@example.com", "Again"]
insert into users (email, name) values ($1, $2) on conflict (email) do nothing;

select count(*) from users;
