-- description: CipherStash: a client could switch encryption off
-- expect: served

set cipherstash.disable_mapping.nothing = true;

set pgseal.disable = 'on';

insert into users (email, name) values ('canary-still@example.com', 'Still') returning email;
