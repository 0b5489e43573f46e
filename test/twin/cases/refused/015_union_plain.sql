-- description: UNION ALL of a sealed and a plain column
-- expect: refused

-- refused: 0A000 users.email
select email from users union all select label from items;

select 1;
