-- description: Concatenation for a sealed column is computed before it is sealed
-- expect: served

insert into users (email) values ('canary-joined' || '@example.com') returning email;
