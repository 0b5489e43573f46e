-- description: Values for identity columns
-- expect: served
-- modes: simple text binary

-- error: 428C9
insert into accounts (id, owner) values (50, 'canary-rec-1');

insert into accounts (id, owner) overriding system value values (50, 'canary-rec-1'), (default, 'canary-rec-2') returning id, owner;

-- params: ["51", "canary-rec-3"]
insert into accounts (id, owner) overriding system value values ($1, $2);

select id, owner from accounts order by id;
