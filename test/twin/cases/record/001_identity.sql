-- description: A default names the row: identity always, left out and as DEFAULT
-- expect: served
-- modes: simple text binary batch

insert into accounts (owner) values ('canary-rec-1') returning id, owner, phone, note;

-- params: ["canary-rec-2", "canary-9"]
insert into accounts (owner, phone) values ($1, $2) returning *;

insert into accounts values (default, 'canary-rec-3', null, 'x'), (default, null, 'canary-8', 'y') returning id;

select id, owner, phone from accounts order by id;

select owner from accounts where id = 5;
