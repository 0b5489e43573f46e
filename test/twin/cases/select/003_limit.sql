-- description: ORDER BY and LIMIT on plain columns
-- expect: served

select id, email from users order by id limit 2;

select id, email from users order by name desc offset 3 limit 2;

-- params: ["2", "1"]
select id, email from users order by id limit $1 offset $2;

select email from users order by id fetch first 2 rows only;

select email, name as n from users order by n;

select id, email from users order by 1 desc;
