-- description: INSERT ... SELECT between plain tables passes
-- expect: served
-- modes: simple text binary batch

insert into items (id, label, qty) select id + 100, label || '!', qty from items where label is not null;

select * from items order by id;
