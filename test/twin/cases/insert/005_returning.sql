-- description: INSERT ... RETURNING of sealed and plain columns, expressions and *
-- expect: served
-- modes: simple text binary batch

insert into users (email, name, score) values ('canary-ret@example.com', 'Ret', 42) returning id, email, score;

insert into users (email, name) values ('canary-ret2@example.com', 'Ret2') returning *;

-- params: ["canary-ret3@example.com", "Ret3"]
insert into users (email, name) values ($1, $2) returning email as address, upper(name), 0 as zero, id + 1;

insert into members (org, member) values (9, 'canary-m1'), (9, 'canary-m2') returning member, level, badge;
