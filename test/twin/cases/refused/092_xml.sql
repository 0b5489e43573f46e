-- description: query_to_xml over a mapped table (C56)
-- expect: refused

-- refused: 0A000 query_to_xml
select query_to_xml('select email from users', true, true, '');

select 1;
