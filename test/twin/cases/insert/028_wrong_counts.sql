-- description: A VALUES row longer than the column list is a syntax error
-- expect: served

-- error: 42601
insert into users (email, name) values ('canary-a', 'b', 'c');

-- error: 42601
insert into users (email, name) values ('canary-a');

-- error: 42703
insert into users (email, nothing) values ('canary-a', 'b');

-- error: 42701
insert into users (email, email) values ('canary-a', 'canary-b');
