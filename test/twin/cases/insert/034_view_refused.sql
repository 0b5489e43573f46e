-- description: INSERT into a column of a view that is not a column of the table
-- expect: refused

-- refused: 0A000 named_users
insert into named_users (email, phone) values ('canary-view-1@example.com', 'canary-view-2');

-- refused: 0A000 user_orders
insert into user_orders (address, item) values ('canary-view-3@example.com', 'ink');

-- refused: 0A000 user_emails.email
alter view user_emails alter email set default 'canary-view-4';
