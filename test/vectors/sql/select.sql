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

-- case: qualified star and alias columns
select u.*, l.id from users as u(a, b, c) join logs l on l.id = u.a where u.c = $1
-- expect: sealed
-- text: select u.*, l.id from users as u(a, b, c) join logs l on l.id = u.a where (u.c).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain, plain, public.users.email:text, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool, plain
-- uses settings

-- case: renamed column hides the old name
select email from users as u(a, b, c)
-- expect: refused 42703 @8 column "email" does not exist

-- case: derived table
select d.e from (select id, email as e from users) d where d.e = $1
-- expect: sealed
-- text: select d.e from (select id, email as e from users) d where (d.e).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: public.users.email:text

-- case: derived table with alias columns
select y from (select id, email from users) d(x, y) where y in ($1, $2)
-- expect: sealed
-- text: select y from (select id, email from users) d(x, y) where (y).eq in ($1, $2)
-- parameter $1: term public.users.email of client $1 as text
-- parameter $2: term public.users.email of client $2 as text
-- client: 25 25
-- results: public.users.email:text

-- case: lateral
select u.id, x.contact from users u, lateral (select contact from orders o where o.contact = u.email) x
-- expect: sealed
-- text: select u.id, x.contact from users u, lateral (select contact from orders o where (o.contact).eq = (u.email).eq) x
-- results: plain, public.orders.contact:text

-- case: without lateral the outer name is not seen
select u.id from users u, (select 1 as one) x where x.one = u.id and u.email = $1
-- expect: sealed
-- text: select u.id from users u, (select 1 as one) x where x.one = u.id and (u.email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: cte (C31)
with c as (select id, email from users) select email from c where email = $1
-- expect: sealed
-- text: with c as (select id, email from users) select email from c where (email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: public.users.email:text

-- case: cte shadows a table (C31)
with users as (select 1 as id, 'x' as email) select email from users where email = 'x'
-- expect: passthrough names no mapped table

-- case: cte with alias columns
with c(a, b) as materialized (select id, email from users) select b from c where a = 1
-- expect: sealed
-- text: with c(a, b) as materialized (select id, email from users) select b from c where a = 1
-- results: public.users.email:text

-- case: recursive over plain columns
with recursive r(n) as (select 1 union all select n + 1 from r where n < 5) select u.email from users u join r on r.n = u.id
-- expect: sealed
-- text: with recursive r(n) as (select 1 union all select n + 1 from r where n < 5) select u.email from users u join r on r.n = u.id
-- results: public.users.email:text

-- case: recursive over a sealed column
with recursive r(n, e) as (select id, email from users union all select n + 1, e from r where n < 5) select * from r
-- expect: sealed
-- text: with recursive r(n, e) as (select id, email from users union all select n + 1, e from r where n < 5) select * from r
-- results: plain, public.users.email:text

-- case: scalar subquery
select (select email from users where id = o.user_id) from orders o
-- expect: sealed
-- text: select (select email from users where id = o.user_id) from orders o
-- results: public.users.email:text

-- case: exists
select id from orders o where exists (select 1 from users u where u.email = o.contact and u.age = $1)
-- expect: sealed
-- text: select id from orders o where exists (select 1 from users u where (u.email).eq = (o.contact).eq and (u.age).eq = $1)
-- parameter $1: term public.users.age of client $1 as int4
-- client: 23
-- results: plain

-- case: in subquery over plain columns
select email from users where id in (select user_id from orders where contact = $1)
-- expect: sealed
-- text: select email from users where id in (select user_id from orders where (contact).eq = $1)
-- parameter $1: term public.orders.contact of client $1 as text
-- client: 25
-- results: public.users.email:text

-- case: in subquery over sealed columns
select id from users where email in (select contact from orders)
-- expect: sealed
-- text: select id from users where (email).eq in (select (contact).eq from orders)
-- results: plain

-- case: array subquery
select array(select email from users)
-- expect: sealed
-- text: select array(select email from users)
-- results: public.users.email:text in array

-- case: left join, sealed condition
select u.email, o.total from users u left join orders o on o.contact = u.email and o.total > $1
-- expect: sealed
-- text: select u.email, o.total from users u left join orders o on (o.contact).eq = (u.email).eq and o.total > $1
-- parameter $1: plain client $1 declared 0
-- client: 0@0
-- results: public.users.email:text, plain

-- case: join of different groups
select 1 from users u join users v on u.email = v.nick
-- expect: refused 0A000 @49 cannot use sealed column "public.users.nick" in = with another sealed column

-- case: join with a plain column
select 1 from users u join logs l on l.msg = u.email
-- expect: refused 0A000 @46 cannot use sealed column "public.users.email" in = with an expression

-- case: using over plain columns
select * from users join orders using (id)
-- expect: sealed
-- text: select * from users join orders using (id)
-- results: plain, plain, public.users.email:text, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool, plain, public.orders.contact:text, plain, public.orders.secret:bytea
-- uses settings

-- case: using over a sealed column (C38)
select * from users a join users b using (email)
-- expect: sealed
-- text: select  "a"."email", "a"."id", "a"."name", "a"."phone", "a"."age", "a"."birthday", "a"."nick", "a"."active", "b"."id", "b"."name", "b"."phone", "b"."age", "b"."birthday", "b"."nick", "b"."active"  from users a join users b  ON ("a"."email").eq = ("b"."email").eq
-- results: public.users.email:text, plain, plain, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool, plain, plain, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool
-- uses settings

-- case: natural join (C38)
select * from users natural join logs
-- expect: sealed
-- text: select * from users natural join logs
-- results: plain, plain, public.users.email:text, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool, plain
-- uses settings

-- case: natural join over a sealed column (C38)
select 1 from users a natural join users b
-- expect: refused 0A000 cannot use sealed column "public.users.phone" in =

-- case: using alias
select j.id from users join logs using (id) as j where email = $1
-- expect: sealed
-- text: select j.id from users join logs using (id) as j where (email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: aliased join
select j.email from (users u join logs l on u.id = l.id) j
-- expect: sealed
-- text: select j.email from (users u join logs l on u.id = l.id) j
-- results: public.users.email:text

-- case: full join
select u.email from users u full join orders o on u.email = o.contact
-- expect: sealed
-- text: select u.email from users u full join orders o on (u.email).eq = (o.contact).eq
-- results: public.users.email:text

-- case: cross join star
select * from logs, users
-- expect: sealed
-- text: select * from logs, users
-- results: plain, plain, plain, plain, public.users.email:text, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool
-- uses settings

-- case: ambiguous sealed column
select email from users a, users b
-- expect: refused 42702 @8 column reference "email" is ambiguous

-- case: order by plain column and limit
select id, email from users order by id desc limit 5 offset $1
-- expect: sealed
-- text: select id, email from users order by id desc limit 5 offset $1
-- parameter $1: plain client $1 declared 0
-- client: 0@0
-- results: plain, public.users.email:text

-- case: fetch first
select email from users order by name fetch first 3 rows only
-- expect: sealed
-- text: select email from users order by name fetch first 3 rows only
-- results: public.users.email:text

-- case: for update
select email from users where id = 1 for update of users skip locked
-- expect: sealed
-- text: select email from users where id = 1 for update of users skip locked
-- results: public.users.email:text

-- case: order by sealed column (C35)
select id from users order by email
-- expect: refused 0A000 @31 cannot use sealed column "public.users.email" in ORDER BY

-- case: order by ordinal (C35)
select id, email from users order by 2
-- expect: refused 0A000 @38 cannot use sealed column "public.users.email" in ORDER BY

-- case: order by alias (C35)
select email as e from users order by e
-- expect: refused 0A000 @39 cannot use sealed column "public.users.email" in ORDER BY

-- case: order by an alias that hides a sealed column
select id as email from users order by email
-- expect: passthrough touches no sealed column

-- case: order by expression over sealed
select id from users order by email = $1
-- expect: sealed
-- text: select id from users order by (email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: distinct (C34)
select distinct email from users
-- expect: sealed
-- text: select distinct ON (("email").eq) email from users
-- results: public.users.email:text

-- case: distinct star
select distinct * from users
-- expect: refused 0A000 @17 cannot use sealed column "public.users.phone" in DISTINCT

-- case: distinct plain
select distinct name from users where email = $1
-- expect: sealed
-- text: select distinct name from users where (email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: distinct on sealed (C34)
select distinct on (email) id from users
-- expect: sealed
-- text: select distinct on ((email).eq) id from users
-- results: plain

-- case: distinct on ordinal
select distinct on (2) id, email from users
-- expect: sealed
-- text: select distinct on (("email").eq) id, email from users
-- results: plain, public.users.email:text

-- case: distinct on plain
select distinct on (name) id, email from users
-- expect: sealed
-- text: select distinct on (name) id, email from users
-- results: plain, public.users.email:text

-- case: group by sealed (C34)
select email, count(*) from users group by email
-- expect: sealed
-- text: select pg_catalog.any_value(email) AS "email", count(*) from users group by (email).eq
-- results: public.users.email:text, plain

-- case: group by ordinal
select email from users group by 1
-- expect: sealed
-- text: select pg_catalog.any_value(email) AS "email" from users group by ("email").eq
-- results: public.users.email:text

-- case: group by alias
select email as e from users group by e
-- expect: sealed
-- text: select pg_catalog.any_value(email) as e from users group by ("email").eq
-- results: public.users.email:text

-- case: grouping sets
select count(*) from users group by grouping sets ((name), (email))
-- expect: sealed
-- text: select count(*) from users group by grouping sets ((name), ((email).eq))
-- results: plain

-- case: group by, members keep the name of the column (C34)
select u.email, coalesce(nick, $1), email = $2, count(nick) from users u where age = $3 group by u.email, nick order by email is null
-- expect: sealed
-- text: select pg_catalog.any_value(u.email) AS "email", coalesce(pg_catalog.any_value(nick), $1) AS "coalesce", (email).eq = $2, count(nick) from users u where (age).eq = $3 group by (u.email).eq, (nick).eq order by pg_catalog.any_value(email) is null
-- parameter $1: constant public.users.nick of client $1 as varchar
-- parameter $2: term public.users.email of client $2 as text
-- parameter $3: term public.users.age of client $3 as int4
-- client: 1043 25 23
-- results: public.users.email:text, public.users.nick:varchar, plain, plain

-- case: group by, having over the term
select count(*) from users group by email having email <> 'x' and count(distinct age) > 1
-- expect: sealed
-- text: select count(*) from users group by (email).eq having (email).eq <> $1 and count(distinct (age).eq) > 1
-- parameter $1: term public.users.email of "x" as text
-- results: plain

-- case: rollup keeps NULL where the column is left out
select email, name, grouping(email) from users group by rollup (email, name)
-- expect: sealed
-- text: select CASE WHEN GROUPING((email).eq) = 0 THEN pg_catalog.any_value(email) END AS "email", name, grouping((email).eq) from users group by rollup ((email).eq, name)
-- results: public.users.email:text, plain, plain

-- case: distinct beside plain expressions, which are not written twice
select distinct random(), u.email, name as n from users u order by n
-- expect: sealed
-- text: select distinct ON (1, ("u"."email").eq, 3) random(), u.email, name as n from users u order by n
-- results: plain, public.users.email:text, plain

-- case: distinct of a grouped subquery in IN
select id from users where email in (select contact from orders group by contact) and email in (select distinct contact from orders)
-- expect: sealed
-- text: select id from users where (email).eq in (select (contact).eq from orders group by (contact).eq) and (email).eq in (select distinct ON (("contact").eq) (contact).eq from orders)
-- results: plain

-- case: group by in encrypt-only mode
-- mode: encrypt-only
select email, count(*) from users group by email
-- expect: refused 42501 reading sealed column "public.users.email" is not allowed in encrypt-only mode

-- case: count distinct in encrypt-only mode
-- mode: encrypt-only
select count(distinct email) from users
-- expect: refused 42501 reading sealed column "public.users.email" is not allowed in encrypt-only mode

-- case: grouped column of a table with a record
select owner, count(*) from accounts group by owner
-- expect: sealed
-- text: select pg_catalog.any_value(owner) AS "owner", count(*), pg_catalog.any_value("public"."accounts"."id") AS pgseal_row_1 from accounts group by (owner).eq
-- results: public.accounts.owner:text, plain, plain

-- case: distinct over a table with a record
select distinct owner from accounts
-- expect: sealed
-- text: select distinct ON (("owner").eq) owner, "public"."accounts"."id" AS pgseal_row_1 from accounts
-- results: public.accounts.owner:text, plain

-- case: window value of a table with a record
select lag(owner) over (order by id) from accounts
-- expect: refused 0A000 @8 cannot tell which row a value of sealed column "public.accounts.owner" in the result is of

-- case: group by without a term
select phone from users group by phone
-- expect: refused 0A000 @34 cannot use sealed column "public.users.phone" in GROUP BY

-- case: group by within an expression
select count(*) from users group by coalesce(email, 'x')
-- expect: refused 0A000 @46 cannot use sealed column "public.users.email" in GROUP BY within an expression

-- case: distinct within an expression
select distinct coalesce(email, 'x') from users
-- expect: refused 0A000 @26 cannot use sealed column "public.users.email" in DISTINCT beside a constant

-- case: grouped column in a subquery of the list
select email, (select count(*) from orders where contact = users.email) from users group by email
-- expect: refused 0A000 cannot use sealed column "public.users.email" in a subquery beside GROUP BY of it

-- case: * over grouped
select * from (select email from users) s group by email
-- expect: refused 0A000 @8 cannot use sealed column "public.users.email" in * beside GROUP BY of it

-- case: order by grouped
select email from users group by email order by email
-- expect: refused 0A000 @49 cannot use sealed column "public.users.email" in ORDER BY

-- case: lag with a default
select lag(email, 1, 'x') over (order by id) from users
-- expect: refused 0A000 @12 cannot use sealed column "public.users.email" in lag()

-- case: group by plain
select name, count(*), count(email) from users where email <> $1 group by name having count(*) > 1
-- expect: sealed
-- text: select name, count(*), count(email) from users where (email).eq <> $1 group by name having count(*) > 1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain, plain, plain

-- case: having over sealed
select name from users group by name having max(email) > 'x'
-- expect: refused 0A000 @49 cannot use sealed column "public.users.email" in max()

-- case: count distinct (C34)
select count(distinct email) from users
-- expect: sealed
-- text: select count(distinct (email).eq) from users
-- results: plain

-- case: count of column
select count(email) from users
-- expect: passthrough touches no sealed column

-- case: min (C36)
select min(email) from users
-- expect: refused 0A000 @12 cannot use sealed column "public.users.email" in min()

-- case: array_agg (C36)
select array_agg(email) from users
-- expect: sealed
-- text: select array_agg(email) from users
-- results: public.users.email:text in array

-- case: json_agg of rows (C45)
select json_agg(u) from users u
-- expect: sealed
-- text: select json_agg(u) from users u
-- results: public.users.email+public.users.phone+public.users.age+public.users.birthday+public.users.nick+public.users.active:json in json
-- uses settings

-- case: to_json of a row (C45)
select row_to_json(u.*) from users u
-- expect: sealed
-- text: select row_to_json(u.*) from users u
-- results: public.users.email+public.users.phone+public.users.age+public.users.birthday+public.users.nick+public.users.active:json in json
-- uses settings

-- case: whole row (C45)
select u from users u
-- expect: refused 0A000 @8 cannot use sealed column "public.users.email" in a whole-row value in the target list

-- case: row constructor
select row(id, email) from users
-- expect: refused 0A000 @16 cannot use sealed column "public.users.email" in ROW

-- case: row star
select row(u.*) from users u
-- expect: refused 0A000 @12 cannot use sealed column "public.users.email" in a whole-row value in ROW

-- case: functional notation (C45)
select email(u) from users u
-- expect: refused 0A000 @14 cannot use sealed column "public.users.email" in a whole-row value in email()

-- case: attribute notation for a function
select u.lower from users u
-- expect: refused 0A000 @8 cannot use sealed column "public.users.email" in a whole-row value in the target list

-- case: window partition (C34)
select row_number() over (partition by email) from users
-- expect: sealed
-- text: select row_number() over (partition by (email).eq) from users
-- results: plain

-- case: window order
select row_number() over (order by email) from users
-- expect: refused 0A000 @36 cannot use sealed column "public.users.email" in ORDER BY of a window

-- case: named window
select row_number() over w, email from users window w as (order by id)
-- expect: sealed
-- text: select row_number() over w, email from users window w as (order by id)
-- results: plain, public.users.email:text

-- case: lag (C37)
select lag(email) over (order by id) from users
-- expect: sealed
-- text: select lag(email) over (order by id) from users
-- results: public.users.email:text

-- case: filter
select count(*) filter (where email = $1) from users
-- expect: sealed
-- text: select count(*) filter (where (email).eq = $1) from users
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: string concatenation
select email || 'x' from users
-- expect: sealed
-- text: select email AS "?column?" from users
-- results: public.users.email:text

-- case: cast
select email::text from users
-- expect: sealed
-- text: select email  from users
-- results: public.users.email:text

-- case: cast in where
select id from users where email::text = 'x'
-- expect: sealed
-- text: select id from users where (email).eq  = $1
-- parameter $1: term public.users.email of "x" as text
-- results: plain

-- case: like (C40)
select id from users where email like 'a%'
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in LIKE

-- case: ilike
select id from users where email ilike $1
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in ILIKE

-- case: between (C40)
select id from users where age between 1 and 5
-- expect: refused 0A000 @28 cannot use sealed column "public.users.age" in BETWEEN

-- case: less than (C40)
select id from users where age < 5
-- expect: refused 0A000 @28 cannot use sealed column "public.users.age" in operator <

-- case: regular expression
select id from users where email ~ 'a'
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in operator ~

-- case: operator syntax
select id from users where email operator(pg_catalog.=) 'x'
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in OPERATOR(pg_catalog.=)

-- case: collate
select id from users where email collate "C" = 'x'
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in COLLATE

-- case: collate of the literal
select id from users where email = 'x' collate "C"
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in = with an expression

-- case: bare boolean (C42)
select id from users where active
-- expect: refused 0A000 @28 cannot use sealed column "public.users.active" in WHERE

-- case: is true (C42)
select id from users where active is true
-- expect: refused 0A000 @28 cannot use sealed column "public.users.active" in IS TRUE

-- case: limit by a sealed column (C42)
select id from users limit (select age from users limit 1)
-- expect: refused 0A000 @28 cannot use sealed column "public.users.age" in LIMIT

-- case: row comparison (C39)
select id from users where (id, email) = (1, 'x')
-- expect: sealed
-- text: select id from users where (id, (email).eq) = (1, $1)
-- parameter $1: term public.users.email of "x" as text
-- results: plain

-- case: rows by order, each column by its own term (C40)
select id from people where (born, id) > ($1, $2) and (height, joined) <= (5, '2020-01-01')
-- expect: sealed
-- text: select id from people where ((born).ord, id) > ($1, $2) and ((height).ord, (joined).ord) <= ($3, $4)
-- parameter $1: term public.people.born of client $1 as date
-- parameter $2: plain client $2 declared 0
-- parameter $3: term public.people.height of "5" as int4
-- parameter $4: term public.people.joined of "2020-01-01" as date
-- client: 1082 0@1
-- results: plain
-- uses settings

-- case: row in
select id from users where (id, email) in ((1, 'x'))
-- expect: sealed
-- text: select id from users where (id, (email).eq) in ((1, $1))
-- parameter $1: term public.users.email of "x" as text
-- results: plain

-- case: case over sealed
select case when id = 1 then email else null end from users
-- expect: sealed
-- text: select case when id = 1 then email else null end from users
-- results: public.users.email:text

-- case: case with literals
select case when email = $1 then 'match' else 'none' end from users
-- expect: sealed
-- text: select case when (email).eq = $1 then 'match' else 'none' end from users
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: case with sealed and literal results
select case when id = 1 then email else 'none' end, id from users
-- expect: sealed
-- text: select case when id = 1 then email else $1 end, id from users
-- parameter $1: constant public.users.email of "none" as text
-- results: public.users.email:text, plain

-- case: simple case (C39)
select case email when 'x' then 1 end from users
-- expect: sealed
-- text: select case (email).eq when $1 then 1 end from users
-- parameter $1: term public.users.email of "x" as text
-- results: plain

-- case: nullif
select nullif(email, 'x') from users
-- expect: sealed
-- text: select CASE WHEN ((email).eq = $1) THEN NULL ELSE email END AS "nullif" from users
-- parameter $1: term public.users.email of "x" as text
-- results: public.users.email:text

-- case: greatest
select greatest(email, nick) from users
-- expect: refused 0A000 @17 cannot use sealed column "public.users.email" in GREATEST

-- case: coalesce of two columns of one type
select coalesce(u.email, o.contact) from users u, orders o
-- expect: sealed
-- text: select coalesce(u.email, o.contact) from users u, orders o
-- results: public.users.email+public.orders.contact:text

-- case: coalesce of different types
select coalesce(email, nick) from users
-- expect: sealed
-- text: select email AS "coalesce", "nick" AS pgseal_row_1 from users
-- results: public.users.email:text, public.users.nick:varchar/24

-- case: coalesce with a parameter
select coalesce(nick, $1) from users
-- expect: sealed
-- text: select coalesce(nick, $1) from users
-- parameter $1: constant public.users.nick of client $1 as varchar
-- client: 1043
-- results: public.users.nick:varchar

-- case: coalesce of another type
select coalesce(nick, 'x'::text) from users
-- expect: refused 0A000 @23 cannot use a value of type text beside sealed column "public.users.nick" of type varchar in COALESCE

-- case: coalesce with a number
select coalesce(age, 0) from users
-- expect: sealed
-- text: select coalesce(age, $1) from users
-- parameter $1: constant public.users.age of "0" as int4
-- results: public.users.age:int4

-- case: coalesce with a plain column
select coalesce(email, name) from users
-- expect: sealed
-- text: select email AS "coalesce", "name" AS pgseal_row_1 from users
-- results: public.users.email:text, plain

-- case: coalesce in where
select id from users where coalesce(email, 'x') = 'x'
-- expect: refused 0A000 @37 cannot use sealed column "public.users.email" in = within an expression

-- case: coalesce in encrypt-only
-- mode: encrypt-only
select coalesce(email, 'x') from users
-- expect: refused 42501 @17 reading sealed column "public.users.email" is not allowed in encrypt-only mode

-- case: read in encrypt-only
-- mode: encrypt-only
select email from users
-- expect: refused 42501 @8 reading sealed column "public.users.email" is not allowed in encrypt-only mode

-- case: search in encrypt-only
-- mode: encrypt-only
select id from users where email = $1
-- expect: sealed
-- text: select id from users where (email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: union (C33)
select email from users union select contact from orders
-- expect: sealed
-- text: SELECT pgseal_c1 AS "email" FROM (SELECT DISTINCT ON ((pgseal_c1).eq) * FROM ( select email from users UNION ALL select contact from orders ) AS pgseal_set (pgseal_c1)) AS pgseal_set
-- results: public.users.email+public.orders.contact:text

-- case: union all with a plain column (C33)
select email from users union all select msg from logs
-- expect: refused 0A000 @8 cannot use sealed column "public.users.email" in UNION ALL beside a plain column

-- case: union all of different types
select email from users union all select nick from users
-- expect: refused 0A000 @42 cannot use sealed column "public.users.nick" in UNION ALL beside sealed column "public.users.email"

-- case: union all with null
select email, id from users union all select null, 5
-- expect: sealed
-- text: select email, id from users union all select null, 5
-- results: public.users.email:text, plain

-- case: union all, literal first
select 'none' union all select email from users
-- expect: sealed
-- text: select $1 union all select email from users
-- parameter $1: constant public.users.email of "none" as text
-- results: public.users.email:text

-- case: union all, cast first
select 'none'::text union all select email from users
-- expect: refused 0A000 @38 cannot use sealed column "public.users.email" in UNION ALL beside a cast

-- case: union all, named cast first
select $1::text as e union all select email from users
-- expect: sealed
-- text: select $1 as e union all select email from users
-- parameter $1: constant public.users.email of client $1 as text
-- client: 25
-- results: public.users.email:text

-- case: union all of two sealed and plain order
(select email, id from users) union all (select contact, id from orders) order by id limit 3
-- expect: sealed
-- text: (select email, id from users) union all (select contact, id from orders) order by id limit 3
-- results: public.users.email+public.orders.contact:text, plain

-- case: union all ordered by a sealed ordinal
select email from users union all select contact from orders order by 1
-- expect: refused 0A000 @71 cannot use sealed column "public.users.email" in ORDER BY

-- case: except
select email from users except all select contact from orders
-- expect: sealed
-- text: SELECT pgseal_c1 AS "email" FROM (SELECT *, pg_catalog.row_number() OVER (PARTITION BY (pgseal_c1).eq, pgseal_side) AS pgseal_place, pg_catalog.sum(pgseal_side) OVER (PARTITION BY (pgseal_c1).eq) AS pgseal_others FROM (SELECT *, 0 FROM ( select email from users ) AS pgseal_set UNION ALL SELECT *, 1 FROM ( select contact from orders ) AS pgseal_set) AS pgseal_set (pgseal_c1, pgseal_side)) AS pgseal_set WHERE pgseal_side = 0 AND pgseal_place > pgseal_others
-- results: public.users.email:text

-- case: union over plain columns
select id from users where email = $1 union select id from orders
-- expect: sealed
-- text: select id from users where (email).eq = $1 union select id from orders
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: union all compared
select e from (select email as e from users union all select contact from orders) d where e = $1
-- expect: sealed
-- text: select e from (select email as e from users union all select contact from orders) d where (e).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: public.users.email+public.orders.contact:text

-- case: optional filter (B12)
select id from users where $1::text is null or email = $1
-- expect: sealed
-- text: select id from users where $1 is null or (email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: optional filter without a cast (B12)
select id from users where $1 is null or email = $1
-- expect: sealed
-- text: select id from users where $1 is null or (email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: two uses of one parameter
select id from users where email = $1 or name = $1
-- expect: sealed
-- text: select id from users where (email).eq = $2 or name = $1
-- parameter $1: plain client $1 declared 25
-- parameter $2: term public.users.email of client $1 as text
-- client: 25@0
-- results: plain

-- case: casts around a term (B9)
select id from users where email = $1::varchar and nick = cast($2 as text)
-- expect: sealed
-- text: select id from users where (email).eq = $1 and (nick).eq = $2
-- parameter $1: term public.users.email of client $1 as varchar
-- parameter $2: term public.users.nick of client $2 as text
-- client: 1043 25
-- results: plain

-- case: number column by text (B8)
-- declared: 25
select id from users where age = $1
-- expect: refused 42883 @34 sealed column "public.users.age" of type int4 is not compared with a value of type text

-- case: number column by bigint
-- declared: 20
select id from users where age = $1
-- expect: sealed
-- text: select id from users where (age).eq = $1
-- parameter $1: term public.users.age of client $1 as int8
-- client: 20
-- results: plain

-- case: number literal for text column
select id from users where email = 5
-- expect: refused 42883 @36 sealed column "public.users.email" of type text is not compared with a value of type int4

-- case: date literal
select id from users where birthday = '2020-01-01' or birthday = date '2020-01-02'
-- expect: sealed
-- text: select id from users where (birthday).eq = $1 or (birthday).eq = $2
-- parameter $1: term public.users.birthday of "2020-01-01" as date
-- parameter $2: term public.users.birthday of "2020-01-02" as date
-- results: plain
-- uses settings

-- case: any of constructors without cast
select id from users where email = any(array['a', 'b']) and age <> all (array[1, $1])
-- expect: sealed
-- text: select id from users where (email).eq = any(array[$2, $3]) and (age).eq <> all (array[$4, $1])
-- parameter $1: term public.users.age of client $1 as int4
-- parameter $2: term public.users.email of "a" as text
-- parameter $3: term public.users.email of "b" as text
-- parameter $4: term public.users.age of "1" as int4
-- client: 23
-- results: plain

-- case: any with declared array (B15)
-- declared: 1015
select id from users where email = any($1) and nick <> all ('{a}')
-- expect: sealed
-- text: select id from users where (email).eq = any($1) and (nick).eq <> all ($2)
-- parameter $1: term public.users.email of client $1 as varchar array
-- parameter $2: term public.users.nick of "{a}" as text array
-- client: 1015
-- results: plain

-- case: any with cast array
select id from users where age = any($1::int4[])
-- expect: sealed
-- text: select id from users where (age).eq = any($1)
-- parameter $1: term public.users.age of client $1 as int4 array
-- client: 1007
-- results: plain

-- case: any of an empty array
select id from users where email = any(array[]::text[])
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in = ANY with an empty array

-- case: any subquery
select id from users where email = any(select contact from orders)
-- expect: sealed
-- text: select id from users where (email).eq = any(select (contact).eq from orders)
-- results: plain

-- case: less than any
select id from users where age < any($1)
-- expect: refused 0A000 @28 cannot use sealed column "public.users.age" in operator <

-- case: compared with an expression (C44)
select id from users where email = name
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in = with an expression

-- case: compared with a function
select id from users where email = lower($1)
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in = with an expression

-- case: compared with a subquery (C43)
select id from users where email = (select $1)
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in = with an expression

-- case: no term
select id from users where phone = $1
-- expect: refused 0A000 @28 cannot use sealed column "public.users.phone" in =

-- case: no term, null test
select id from users where phone is not null
-- expect: passthrough touches no sealed column

-- case: not and precedence
select id from users where not email = 'x' and(email='y')or'z'=email
-- expect: sealed
-- text: select id from users where not (email).eq = $1 and((email).eq=$2)or $3=(email).eq
-- parameter $1: term public.users.email of "x" as text
-- parameter $2: term public.users.email of "y" as text
-- parameter $3: term public.users.email of "z" as text
-- results: plain

-- case: quoted names (C7)
select "U"."email" from public."users" as "U" where "U"."email"='x'and"U".id=1
-- expect: sealed
-- text: select "U"."email" from public."users" as "U" where ("U"."email").eq=$1 and"U".id=1
-- parameter $1: term public.users.email of "x" as text
-- results: public.users.email:text

-- case: unicode quoted name (C7)
select id from users where U&"\0065mail" = $1
-- expect: sealed
-- text: select id from users where (U&"\0065mail").eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: qualified by schema
select public.users.email from public.users where public.users.email = $1
-- expect: sealed
-- text: select public.users.email from public.users where (public.users.email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: public.users.email:text

-- case: folded case
SELECT ID FROM USERS WHERE EMAIL = $1
-- expect: sealed
-- text: SELECT ID FROM USERS WHERE (EMAIL).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: shadowed by another schema (C1)
-- names: users=other.users
select email from users where email = 'x'
-- expect: refused 0A000 @19 relation "users" is not the mapped table "public.users"

-- case: shadowed by an unknown relation (C1)
-- names: users=pg_temp.users
select email from users
-- expect: refused 0A000 @19 relation "users" is not the mapped table "public.users"

-- case: allowed shadow
-- names: moving=public.logs
select * from moving
-- expect: passthrough names no mapped table

-- case: table that does not exist
select * from future
-- expect: refused 42P01 relation "future" does not exist

-- case: other schema by name
select email from other.users where email = 'x'
-- expect: passthrough names no mapped table

-- case: plain state (section 7)
select ssn from pending
-- expect: refused 0A000 @8 column "public.pending.ssn" is not sealed yet

-- case: plain state by star
select * from pending
-- expect: refused 0A000 @8 column "public.pending.ssn" is not sealed yet

-- case: plain state, other columns
select id, note from pending where note = 'x'
-- expect: passthrough touches no sealed column

-- case: refused column
select ssn from broken
-- expect: refused 0A000 @8 cannot use column "public.broken.ssn": the map says another type

-- case: view over a term
select email from v_term
-- expect: sealed
-- text: select email from v_term
-- results: public.users.email:text

-- case: view with a function over a sealed column (C8)
select id from v_bad
-- expect: refused 0A000 cannot use view "public.v_bad" over a mapped table

-- case: view over union all
select mail from v_all where mail = $1
-- expect: sealed
-- text: select mail from v_all where (mail).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: public.users.email+public.orders.contact:text

-- case: nested view
select m from v_nested where m = $1
-- expect: sealed
-- text: select m from v_nested where (m).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: public.users.email:text

-- case: set returning function
select u.email, g from users u, generate_series(1, $1) g
-- expect: sealed
-- text: select u.email, g from users u, generate_series(1, $1) g
-- parameter $1: plain client $1 declared 0
-- client: 0@0
-- results: public.users.email:text, plain

-- case: star over a function
select * from generate_series(1, 3) g(n), users
-- expect: sealed
-- text: select * from generate_series(1, 3) g(n), users
-- results: plain, plain, plain, public.users.email:text, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool
-- uses settings

-- case: star over an unknown relation
select * from users, nowhere
-- expect: refused 0A000 @8 cannot use * over a relation that the catalog does not know in a statement on a mapped table

-- case: sealed first, unknown star last
select u.email, n.* from users u, nowhere n
-- expect: refused 0A000 cannot use * over a relation or function whose columns are not known in a statement on a mapped table

-- case: unknown star, search only
select n.* from users u, nowhere n where u.email = $1
-- expect: refused 0A000 cannot use * over a relation or function whose columns are not known in a statement on a mapped table

-- case: unnest of parameters
select u.email from users u join unnest($1::int4[]) as x(id) on x.id = u.id
-- expect: sealed
-- text: select u.email from users u join unnest($1::int4[]) as x(id) on x.id = u.id
-- parameter $1: plain client $1 declared 0
-- client: 0@0
-- results: public.users.email:text

-- case: function in from over a sealed column
select * from users u, unnest(array[u.email]) e
-- expect: refused 0A000 @37 cannot use sealed column "public.users.email" in ARRAY

-- case: user function over plain columns
select myfunc(name), email from users
-- expect: sealed
-- text: select myfunc(name), email from users
-- results: plain, public.users.email:text

-- case: user function over a sealed column (C10)
select myfunc(email) from users
-- expect: refused 0A000 @15 cannot use sealed column "public.users.email" in myfunc()

-- case: user function over a row
select myfunc(u) from users u
-- expect: refused 0A000 @15 cannot use sealed column "public.users.email" in a whole-row value in myfunc()

-- case: user function alone
select myfunc('x')
-- expect: passthrough names no mapped table, describe first

-- case: sql in a string (C56)
select query_to_xml('select email from users', true, true, '')
-- expect: refused 0A000 cannot use function query_to_xml() while tables are mapped

-- case: select into
select email into copy from users
-- expect: refused 0A000 cannot use SELECT INTO over sealed columns in a statement on a mapped table

-- case: values
select * from (values (1, 'x')) v(id, e) join users u on u.id = v.id where u.email = $1
-- expect: sealed
-- text: select * from (values (1, 'x')) v(id, e) join users u on u.id = v.id where (u.email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain, plain, plain, plain, public.users.email:text, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool
-- uses settings

-- case: tablesample
select email from users tablesample system (10)
-- expect: sealed
-- text: select email from users tablesample system (10)
-- results: public.users.email:text

-- case: json constructor over sealed
select json_object('e': email) from users
-- expect: refused 0A000 @25 cannot use sealed column "public.users.email" in JsonKeyValue

-- case: json constructor over plain
select json_object('e': name), email from users
-- expect: sealed
-- text: select json_object('e': name), email from users
-- results: plain, public.users.email:text

-- case: xml
select xmlelement(name e, email) from users
-- expect: refused 0A000 @27 cannot use sealed column "public.users.email" in XmlExpr

-- case: is json
select email is json from users
-- expect: refused 0A000 @8 cannot use sealed column "public.users.email" in JsonIsPredicate

-- case: field access (section 3)
select (email).c from users
-- expect: refused 42501 permission denied for the parts of a sealed value

-- case: term access
select id from users where (email).eq = '\x00'
-- expect: refused 42501 permission denied for the parts of a sealed value

-- case: cast to a sealed type
select id from users where email = '(1)'::pgseal.text_eq
-- expect: refused 42501 permission denied for schema pgseal

-- case: schema of the proxy
select * from pgseal.keys
-- expect: refused 42501 permission denied for schema pgseal

-- case: system columns
select ctid, tableoid, email from users where ctid = '(0,1)'
-- expect: sealed
-- text: select ctid, tableoid, email from users where ctid = '(0,1)'
-- results: plain, plain, public.users.email:text

-- case: subquery in target list, correlated
select (select count(*) from orders o where o.contact = u.email) from users u
-- expect: sealed
-- text: select (select count(*) from orders o where (o.contact).eq = (u.email).eq) from users u
-- results: plain

-- case: comment and unusual blanks (C66)
select/*+ IndexScan(users) */ id	from users where email=/* é */'x'-- end
-- expect: sealed
-- text: select/*+ IndexScan(users) */ id	from users where (email).eq=/* é */$1-- end
-- parameter $1: term public.users.email of "x" as text
-- results: plain

-- case: pairs of a function in from
select u.email, j.* from users u, json_each('{"a": 1}') j
-- expect: sealed
-- text: select u.email, j.* from users u, json_each('{"a": 1}') j
-- results: public.users.email:text, plain, plain

-- case: pairs renamed
select k, u.email from users u, jsonb_each_text($1) as j(k, v)
-- expect: sealed
-- text: select k, u.email from users u, jsonb_each_text($1) as j(k, v)
-- parameter $1: plain client $1 declared 0
-- client: 0@0
-- results: plain, public.users.email:text

-- case: in subquery of another sealed column, qualified
select id from users u where u.email not in (select o.contact from orders o where o.total > $1)
-- expect: sealed
-- text: select id from users u where (u.email).eq not in (select (o.contact).eq from orders o where o.total > $1)
-- parameter $1: plain client $1 declared 0
-- client: 0@0
-- results: plain

-- case: subquery with a set operation is refused
select id from users where email in (select contact from orders union all select email from users)
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in IN (subquery)

-- case: subquery of an expression is refused
select id from users where email in (select coalesce(contact, 'x') from orders)
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in IN (subquery)

-- case: subquery of another group is refused
select id from users where email in (select nick from users)
-- expect: refused 0A000 @45 cannot use sealed column "public.users.nick" in IN (subquery) with another sealed column

-- case: subquery of a star is refused
select id from users where email in (select * from v_all)
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in IN (subquery)

-- case: all of a subquery
select id from users where email <> all (select contact from orders)
-- expect: sealed
-- text: select id from users where (email).eq <> all (select (contact).eq from orders)
-- results: plain

-- case: less than any of a subquery
select id from users where email < any (select contact from orders)
-- expect: refused 0A000 @28 cannot use sealed column "public.users.email" in operator < with a subquery

-- case: plain column in a subquery over sealed
select id from users where name in (select contact from orders)
-- expect: refused 0A000 @44 cannot use sealed column "public.orders.contact" in IN (subquery) with an expression

-- case: literal in a subquery over sealed
select id from users where 'x' in (select contact from orders)
-- expect: sealed
-- text: select id from users where $1 in (select (contact).eq from orders)
-- parameter $1: term public.orders.contact of "x" as text
-- results: plain

-- case: simple case with a parameter and null
select case email when $1 then 'a' when null then 'b' when u.email then 'c' end from users u
-- expect: sealed
-- text: select case (email).eq when $1 then 'a' when null then 'b' when (u.email).eq then 'c' end from users u
-- parameter $1: term public.users.email of client $1 as text
-- client: 25
-- results: plain

-- case: set_config beside a date (B21)
select set_config('datestyle', 'german', true), birthday from users
-- expect: refused 0A000 cannot use set_config() beside values that depend on settings in a statement on a mapped table

-- case: set_config beside text
select set_config('datestyle', 'german', true), email from users
-- expect: sealed
-- text: select set_config('datestyle', 'german', true), email from users
-- results: plain, public.users.email:text
