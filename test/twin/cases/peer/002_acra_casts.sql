-- description: Acra left values under casts in clear
-- expect: refused

insert into users (email, name) values ('canary-cast@example.com'::text, 'C1'), (cast('canary-cast2@example.com' as varchar(60)), 'C2') returning email;

-- params: ["canary-cast3@example.com"]
insert into users (email, name) values ($1::varchar, 'C3') returning email;

-- refused: 0A000 users.email
insert into users (email, name) values (initcap('canary-trim@example.com '), 'C4');
