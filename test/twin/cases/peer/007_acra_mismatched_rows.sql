-- description: Acra skipped rows that did not fit the column list
-- expect: served

-- error: 42601
insert into users (id, email) values (90, 'canary-a@example.com'), (91);

-- error: 42601
insert into users (email, name) values ('canary-a@example.com', 'x', 'canary-third');
