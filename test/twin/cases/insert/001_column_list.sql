-- description: INSERT with a column list, literals and parameters
-- expect: served
-- modes: simple text binary batch

insert into users (email, name, phone) values ('canary-new@example.com', 'New', 'canary-1');

select id, email, name, phone from users where name = 'New';

-- params: ["canary-par@example.com", "Par"]
insert into users (email, name) values ($1, $2);

-- params: ["canary-par@example.com"]
select * from users where email = $1;
