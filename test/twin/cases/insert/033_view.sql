-- description: INSERT through views that PostgreSQL updates by itself
-- expect: served
-- modes: simple text binary

insert into named_users (email) values ('canary-view-1@example.com') returning user_id, email, name;

-- params: ["canary-view-2@example.com", "Ivy"]
insert into named_users (email, name) values ($1, $2), ('canary-view-3@example.com', default);

insert into user_emails values (500, 'Joe', 'canary-view-4@example.com') returning email;

insert into active_users (id, email, phone, birthday, score) values (501, 'canary-view-5@example.com', 'canary-5', '1915-12-10', 8675309);

insert into user_emails (id, email) values (1, 'canary-view-6@example.com') on conflict (id) do nothing;

insert into user_emails (id, email) values (501, 'canary-view-7@example.com') on conflict (id) do update set email = excluded.email;

insert into user_emails (id, email) values (502, 'canary-view-5@example.com') on conflict (email) do nothing;

insert into user_emails (id, email) values (502, 'canary-view-7@example.com') on conflict (email) do nothing returning id;

insert into named_users default values;

insert into user_emails (id, email) select id + 600, 'canary-view-9@example.com' from items where id < 2;

insert into named_users (user_id, email) select id + 700, user_email from orders where id = 5;

with w as (insert into named_users (email, name) values ('canary-view-8@example.com', 'Kim') returning user_id, email) select email from w;

-- error: 23505
insert into user_emails (email) values ('canary-ada@example.com');

select id, email, name, phone, birthday, score, active from users order by id;
