-- description: A function in RETURNING
-- expect: refused

-- refused: 0A000 users.email
insert into users (email) values ('canary-x') returning initcap(email);

select 1;
