-- description: A unique sealed column keeps its meaning: 23505 with the name of the constraint
-- expect: served

-- error: 23505
insert into users (email, name) values ('canary-ada@example.com', 'Twice');

insert into users (email, name) values (NULL, 'Null again');

-- error: 23505
insert into members (org, member) values (1, 'canary-member-ann');

insert into members (org, member) values (7, 'canary-member-ann');

-- params: [""]
-- error: 23505
insert into users (email) values ($1);
