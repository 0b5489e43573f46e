-- description: A record of two columns, one with a sequence, one with a constant that holds a slash
-- expect: served
-- modes: simple text binary batch

insert into visits (guest) values ('canary-rec-1'), ('canary-rec-2') returning site, no, guest;

insert into visits values ('canary-rec-3', default, 70, 86753.01), ('canary-rec-4', '', default, null) returning no;

-- params: ["canary-rec-5", "a/b", "0071", "86753.02"]
insert into visits (guest, site, no, paid) values ($1, $2, $3, $4) returning *;

select site, no, guest, paid from visits order by site, no;
