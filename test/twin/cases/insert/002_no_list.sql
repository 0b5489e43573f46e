-- description: INSERT without a column list, fewer values than columns (C22)
-- expect: served
-- modes: simple text binary batch

insert into orders values (20, 1, 'canary-x@example.com', 'ink', 12.5, '2024-02-02', 'canary note');

insert into orders values (21, 2, 'canary-y@example.com', 'cup');

-- params: ["22", "3", "canary-z@example.com", "tea", "8675309.01", "2024-02-03", null]
insert into orders values ($1, $2, $3, $4, $5, $6, $7);

select * from orders where id >= 20 order by id;
