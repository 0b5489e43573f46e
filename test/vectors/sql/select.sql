-- case: no mapped table
select * from logs where id = $1
-- expect: passthrough names no mapped table

-- case: plain columns only
select id, name from users where id = $1
-- expect: passthrough touches no sealed column

-- case: equality with a parameter (C39)
select id from users where email = $1
-- expect: sealed
-- text: select id from users where (email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: star
select * from users
-- expect: sealed
-- text: select * from users
-- results: plain, plain, public.users.email:text, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool
-- uses settings

-- case: one sealed column
select email from users where id = 5
-- expect: sealed
-- text: select email from users where id = 5
-- results: public.users.email:text

-- case: equality with a literal
select id, email from users u where u.email = 'a@b.c' and u.id > 3
-- expect: sealed
-- text: select id, email from users u where (u.email).eq = $1 and u.id > 3
-- parameter $1: term public.users.email of "a@b.c" as text
-- results: plain, public.users.email:text

-- case: not equal
select id from users where email <> $1 or $2 != email
-- expect: sealed
-- text: select id from users where (email).eq <> $1 or $2 != (email).eq
-- parameter $1: term public.users.email of client $1 as text
-- parameter $2: term public.users.email of client $2 as text
-- client: 25 25
-- results: plain

-- case: in list
select id from users where email in ('a', $1, null)
-- expect: sealed
-- text: select id from users where (email).eq in ($2, $1, null)
-- parameter $1: term public.users.email of client $1 as text
-- parameter $2: term public.users.email of "a" as text
-- client: 25
-- results: plain

-- case: any
select id from users where email = any($1)
-- expect: sealed
-- text: select id from users where (email).eq = any($1)
-- parameter $1: term public.users.email of client $1 as text array
-- client: 1009
-- results: plain

-- case: any literal (B15)
select id from users where email = ANY('{a,b}'::text[])
-- expect: sealed
-- text: select id from users where (email).eq = ANY($1)
-- parameter $1: term public.users.email of "{a,b}" as text array
-- results: plain

-- case: any constructor (C39b)
select id from users where email = any(array['a',$1]::text[])
-- expect: sealed
-- text: select id from users where (email).eq = any(array[$2,$1] )
-- parameter $1: term public.users.email of client $1 as text
-- parameter $2: term public.users.email of "a" as text
-- client: 25
-- results: plain

-- case: join
select u.email, o.contact from users u join orders o on u.email = o.contact where o.total > 5
-- expect: sealed
-- text: select u.email, o.contact from users u join orders o on (u.email).eq = (o.contact).eq where o.total > 5
-- results: public.users.email:text, public.orders.contact:text

-- case: is distinct
select id from users where email is not distinct from $1
-- expect: sealed
-- text: select id from users where (email).eq is not distinct from $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: lower is refused
select id from users where lower(email) = lower($1)
-- expect: refused 0A000 @34 cannot use sealed column "public.users.email" in lower()

-- case: null test
select count(*) from users where email is null
-- expect: passthrough touches no sealed column

-- case: coalesce
select coalesce(email, 'none') from users
-- expect: sealed
-- text: select coalesce(email, $1) from users
-- parameter $1: constant public.users.email of "none" as text
-- results: public.users.email:text

-- case: union all
select email from users union all select 'x' union all select contact from orders
-- expect: sealed
-- text: select email from users union all select $1 union all select contact from orders
-- parameter $1: constant public.users.email of "x" as text
-- results: public.users.email+public.orders.contact:text

-- case: view
select * from v_users where mail = $1
-- expect: sealed
-- text: select * from v_users where (mail).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain, public.users.email:text, plain
