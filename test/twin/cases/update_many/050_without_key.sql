-- description: A table without a key, and one whose key may be NULL
-- expect: refused

update loose set body = 'canary-loose' where id = 1;

-- refused: 0A000 public.loose.body
update loose set body = 'canary-loose';

select * from loose order by id;
