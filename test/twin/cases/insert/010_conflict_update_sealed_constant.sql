-- description: ON CONFLICT DO UPDATE of a sealed column with a constant, one row
-- expect: served

insert into users (email, name, phone) values ('canary-ada@example.com', 'x', 'canary-a')
  on conflict (email) do update set phone = 'canary-conflict' returning id, phone;

-- params: ["canary-bob@example.com", "canary-b", "canary-second"]
insert into users (email, phone) values ($1, $2) on conflict (email) do update set phone = $3, score = 5;

insert into users (email, name) values ('canary-cyd@example.com', 'x') on conflict (email) do update set birthday = null;

select id, email, phone, birthday, score from users order by id;
