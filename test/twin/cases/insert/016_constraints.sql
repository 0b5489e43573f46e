-- description: NOT NULL, foreign keys and lengths give the errors of PostgreSQL
-- expect: served

-- error: 23502
insert into members (org, member) values (1, NULL);

-- error: 23503
insert into orders (id, user_id, user_email, item) values (30, 999, 'canary-fk@example.com', 'x');

-- error: 22001
insert into users (phone) values ('canary-much-too-long-for-it');

-- params: ["canary-much-too-long-for-it"]
-- error: 22001
insert into users (phone) values ($1);

insert into users (phone) values ('canary-20-characters    ') returning phone;
