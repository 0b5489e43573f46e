-- description: An expression over a parameter that is not computed is refused for a sealed column
-- expect: refused

-- params: ["canary"]
-- refused: 0A000 users.email
insert into users (email) values (initcap($1));
