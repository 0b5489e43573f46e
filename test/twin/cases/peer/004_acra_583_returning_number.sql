-- description: Acra 583: RETURNING 0 switched encryption off
-- expect: served

insert into users (email, name) values ('canary-zero@example.com', 'Z') returning 0;

insert into users (email, name) values ('canary-null@example.com', 'N') returning null, 'x', email;
