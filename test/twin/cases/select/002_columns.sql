-- description: Columns, aliases, order, repeats
-- expect: served
-- modes: simple text binary batch

select email, id, email as again, phone "The Phone" from users order by id;

select (email), (u.email), u.phone from users as u order by u.id;

select public.users.email, users.score from public.users order by users.id;

select all birthday, notes from only users order by id limit 3;
