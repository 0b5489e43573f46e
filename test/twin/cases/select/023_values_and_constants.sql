-- description: Statements without a table, or of plain tables, pass
-- expect: served
-- modes: simple text binary batch

select 1, 'two', null, 3.5, true;

values (1, 'a'), (2, 'b');

-- params: ["7", "x"]
select $1::int + 1, $2::text || '!';

select * from items order by id;

select label, sum(qty) over (order by id), lower(label) from items where label like '%n%' order by id;
