-- description: One parameter for a sealed and a plain column (B10)
-- expect: served

-- params: ["canary-only-once"]
insert into members (org, member, role) values (5, $1, 'r') returning *;

-- params: ["canary-both@example.com"]
insert into users (email, name) values ($1, 'B') returning email, name;

-- params: ["canary-two-columns"]
insert into orders (id, item, user_email) values (40, 'ink', $1) returning user_email, item;
