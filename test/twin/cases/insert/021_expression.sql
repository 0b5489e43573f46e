-- description: An expression over a parameter for a sealed column is refused
-- expect: refused

-- params: ["canary"]
-- refused: 0A000 users.email
insert into users (email) values (lower($1));
