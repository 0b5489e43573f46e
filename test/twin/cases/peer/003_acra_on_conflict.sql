-- description: Acra left values of ON CONFLICT DO UPDATE in clear
-- expect: served

-- params: ["canary-ada@example.com", "canary-conflict"]
insert into users (email) values ($1) on conflict (email) do update set phone = $2 returning phone;

insert into users (email) values ('canary-bob@example.com') on conflict (email) do update set email = 'canary-moved@example.com' returning email;
