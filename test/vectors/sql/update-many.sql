-- case: every row
update users set email = $1
-- expect: sealed
-- text: update users set email = $1
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1
-- select: SELECT "users"."id" FROM users FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: a comment and a constant
update /* all */ users set email = 'a@x', -- the same for all
  name = 'n' where id > 5 /* end */
-- expect: sealed
-- text: update /* all */ users set email = $1, -- the same for all
-- text:   name = 'n' where id > 5 /* end */
-- parameter $1: seal public.users.email row 0 of "a@x" as text
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE id > 5 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1, name = 'n' FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: a plain column beside it stays, its parameter too
-- declared: 25 25 23
update users set email = $1, name = $2 where id > $3
-- expect: sealed
-- text: update users set email = $1, name = $2 where id > $3
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: plain client $2 declared 25
-- parameter $3: plain client $3 declared 23
-- client: 25 25@1 23@2
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE id > $1 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1, name = $1 FROM (SELECT pg_catalog.unnest($2) AS pgseal_k1, pg_catalog.unnest($3) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of 2, update of parameter 1, column 0, seal 0

-- case: one value for two columns, and two for one
update users as u set email = $1, nick = $1, phone = case when id > 5 then $2 else $3 end where u.name like 'a%'
-- expect: sealed
-- text: update users as u set email = $1, nick = $4, phone = case when id > 5 then $2 else $3 end where u.name like 'a%'
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: seal public.users.phone row 0 of client $2 as varchar/24
-- parameter $3: seal public.users.phone row 0 of client $3 as varchar/24
-- parameter $4: seal public.users.nick row 0 of client $1 as varchar/24
-- client: 25 1043 1043
-- rows: 1
-- select: SELECT "u"."id" FROM users as u WHERE u.name like 'a%' FOR NO KEY UPDATE OF "u"
-- update: UPDATE users as u SET email = pgseal_rows.pgseal_s1, nick = pgseal_rows.pgseal_s4, phone = case when id > 5 then pgseal_rows.pgseal_s2 else pgseal_rows.pgseal_s3 end FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1, pg_catalog.unnest($3) AS pgseal_s4, pg_catalog.unnest($4) AS pgseal_s2, pg_catalog.unnest($5) AS pgseal_s3) AS pgseal_rows WHERE "u"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0, seal 3, seal 1, seal 2

-- case: a search with the value that is set (B10)
update users set email = $1 where email = $2 or email = $1
-- expect: sealed
-- text: update users set email = $1 where (email).eq = $2 or (email).eq = $3
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: term public.users.email of client $2 as text
-- parameter $3: term public.users.email of client $1 as text
-- client: 25 25
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE (email).eq = $1 or (email).eq = $2 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of 1 2, update of column 0, seal 0

-- case: from
update users u set email = $1, name = l.msg from logs l where l.id = u.id
-- expect: sealed
-- text: update users u set email = $1, name = l.msg from logs l where l.id = u.id
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1
-- select: SELECT "u"."id", l.msg FROM users u , logs l WHERE l.id = u.id FOR NO KEY UPDATE OF "u"
-- update: UPDATE users u SET email = pgseal_rows.pgseal_s1, name = pgseal_rows.pgseal_c2 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_s1) AS pgseal_rows WHERE "u"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, column 1, seal 0

-- case: from, returning
update users u set email = $1 from logs l where l.id = u.id returning u.email, l.msg, l.msg || 'x' as more, upper(msg), u.*, l.*
-- expect: sealed
-- text: update users u set email = $1 from logs l where l.id = u.id returning u.email, l.msg, l.msg || 'x' as more, upper(msg), u.*, l.*
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: public.users.email:text, plain, plain, plain, plain, plain, public.users.email:text, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool, plain, plain
-- rows: 1
-- select: SELECT "u"."id", l.msg, l.msg || 'x', upper(msg), "l"."id", "l"."msg" FROM users u , logs l WHERE l.id = u.id FOR NO KEY UPDATE OF "u"
-- update: UPDATE users u SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_c3, pg_catalog.unnest($4) AS pgseal_c4, pg_catalog.unnest($5) AS pgseal_c5, pg_catalog.unnest($6) AS pgseal_c6, pg_catalog.unnest($7) AS pgseal_s1) AS pgseal_rows WHERE "u"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1 RETURNING u.email, pgseal_rows.pgseal_c2 AS "msg", pgseal_rows.pgseal_c3 AS "more", pgseal_rows.pgseal_c4 AS "upper", "u".*, pgseal_rows.pgseal_c5 AS "id", pgseal_rows.pgseal_c6 AS "msg"
-- many: 1 key columns, select of nothing, update of column 0, column 1, column 2, column 3, column 4, column 5, seal 0
-- selected: - 1 2 3 - - - - - - - - 4 5
-- uses settings

-- case: from, returning everything
update users u set email = $1, age = 5 from logs l, orders as o (oid) where l.id = u.id and o.user_id = u.id returning *
-- expect: sealed
-- text: update users u set email = $1, age = $2 from logs l, orders as o (oid) where l.id = u.id and o.user_id = u.id returning *
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: seal public.users.age row 0 of "5" as int4
-- client: 25
-- results: plain, plain, public.users.email:text, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool, plain, plain, plain, plain, public.orders.contact:text, plain, public.orders.secret:bytea
-- rows: 1
-- select: SELECT "u"."id", "l"."id", "l"."msg", "o"."oid", "o"."user_id", "o"."contact", "o"."total", "o"."secret" FROM users u , logs l, orders as o (oid) WHERE l.id = u.id and o.user_id = u.id FOR NO KEY UPDATE OF "u"
-- update: UPDATE users u SET email = pgseal_rows.pgseal_s1, age = pgseal_rows.pgseal_s2 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_c3, pg_catalog.unnest($4) AS pgseal_c4, pg_catalog.unnest($5) AS pgseal_c5, pg_catalog.unnest($6) AS pgseal_c6, pg_catalog.unnest($7) AS pgseal_c7, pg_catalog.unnest($8) AS pgseal_c8, pg_catalog.unnest($9) AS pgseal_s1, pg_catalog.unnest($10) AS pgseal_s2) AS pgseal_rows WHERE "u"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1 RETURNING "u".*, pgseal_rows.pgseal_c2 AS "id", pgseal_rows.pgseal_c3 AS "msg", pgseal_rows.pgseal_c4 AS "oid", pgseal_rows.pgseal_c5 AS "user_id", pgseal_rows.pgseal_c6 AS "contact", pgseal_rows.pgseal_c7 AS "total", pgseal_rows.pgseal_c8 AS "secret"
-- many: 1 key columns, select of nothing, update of column 0, column 1, column 2, column 3, column 4, column 5, column 6, column 7, seal 0, seal 1
-- selected: - - - - - - - - 1 2 3 4 5 6 7
-- uses settings

-- case: returning a sealed column of another relation
update users set phone = '1' from orders where orders.user_id = users.id returning users.id, contact, phone, coalesce(orders.contact, 'none')
-- expect: sealed
-- text: update users set phone = $1 from orders where orders.user_id = users.id returning users.id, contact, phone, coalesce(orders.contact, $2)
-- parameter $1: seal public.users.phone row 0 of "1" as varchar/24
-- parameter $2: constant public.orders.contact of "none" as text
-- results: plain, public.orders.contact:text, public.users.phone:varchar/24, public.orders.contact:text
-- rows: 1
-- select: SELECT "users"."id", contact, coalesce(orders.contact, $1) FROM users , orders WHERE orders.user_id = users.id FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET phone = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_c3, pg_catalog.unnest($4) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1 RETURNING users.id, pgseal_rows.pgseal_c2 AS "contact", phone, pgseal_rows.pgseal_c3 AS "coalesce"
-- many: 1 key columns, select of 1, update of column 0, column 1, column 2, seal 0
-- selected: - 1 - 2

-- case: self join
update users set email = $1 from users as other where other.id = users.id + 1 returning users.id, other.id, other.email
-- expect: sealed
-- text: update users set email = $1 from users as other where other.id = users.id + 1 returning users.id, other.id, other.email
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: plain, plain, public.users.email:text
-- rows: 1
-- select: SELECT "users"."id", other.id, other.email FROM users , users as other WHERE other.id = users.id + 1 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_c3, pg_catalog.unnest($4) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1 RETURNING users.id, pgseal_rows.pgseal_c2 AS "id", pgseal_rows.pgseal_c3 AS "email"
-- many: 1 key columns, select of nothing, update of column 0, column 1, column 2, seal 0
-- selected: - 1 2

-- case: returning everything without from
update users set email = $1 where name = 'x' returning *
-- expect: sealed
-- text: update users set email = $1 where name = 'x' returning *
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: plain, plain, public.users.email:text, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE name = 'x' FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1 RETURNING "users".*
-- many: 1 key columns, select of nothing, update of column 0, seal 0
-- uses settings

-- case: a subquery in a plain column
update users set email = $1, name = (select max(msg) from logs where logs.id = users.id), phone = default
-- expect: sealed
-- text: update users set email = $1, name = (select max(msg) from logs where logs.id = users.id), phone = default
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1
-- select: SELECT "users"."id", (select max(msg) from logs where logs.id = users.id) FROM users FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1, name = pgseal_rows.pgseal_c2, phone = default FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, column 1, seal 0

-- case: in a subquery
update users set email = $1 where id in (select id from logs where msg = $2)
-- expect: sealed
-- text: update users set email = $1 where id in (select id from logs where msg = $2)
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: plain client $2 declared 0
-- client: 25 0@1
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE id in (select id from logs where msg = $1) FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of 1, update of column 0, seal 0

-- case: with
with l as (select id, msg from logs where msg > 'a') update users u set email = 'x' from l where l.id = u.id returning l.msg
-- expect: sealed
-- text: with l as (select id, msg from logs where msg > 'a') update users u set email = $1 from l where l.id = u.id returning l.msg
-- parameter $1: seal public.users.email row 0 of "x" as text
-- results: plain
-- rows: 1
-- select: with l as (select id, msg from logs where msg > 'a') SELECT "u"."id", l.msg FROM users u , l WHERE l.id = u.id FOR NO KEY UPDATE OF "u"
-- update: UPDATE users u SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_s1) AS pgseal_rows WHERE "u"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1 RETURNING pgseal_rows.pgseal_c2 AS "msg"
-- many: 1 key columns, select of nothing, update of column 0, column 1, seal 0
-- selected: 1

-- case: with a write
with l as (delete from logs returning id) update users u set email = 'x' from l where l.id = u.id
-- expect: refused 0A000 cannot set sealed column "public.users.email" in an UPDATE that may change several rows, with a statement that writes in WITH

-- case: inside a with
with u as (update users set email = 'x' where id > 1 returning id) select * from u
-- expect: refused 0A000 cannot set sealed column "public.users.email" in an UPDATE that may change several rows, with another statement around it

-- case: explained
explain update users set email = 'x'
-- expect: refused 0A000 cannot set sealed column "public.users.email" in an UPDATE that may change several rows, with EXPLAIN

-- case: only
update only parent set email = $1 where id > 1
-- expect: sealed
-- text: update only parent set email = $1 where id > 1
-- parameter $1: seal public.parent.email row 0 of client $1 as text
-- client: 25
-- rows: 1
-- select: SELECT "parent"."id" FROM only parent WHERE id > 1 FOR NO KEY UPDATE OF "parent"
-- update: UPDATE only parent SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "parent"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: partitions
update parted set email = $1 where id > 1
-- expect: sealed
-- text: update parted set email = $1 where id > 1
-- parameter $1: seal public.parted.email row 0 of client $1 as text
-- client: 25
-- rows: 1
-- select: SELECT "parted"."id" FROM parted WHERE id > 1 FOR NO KEY UPDATE OF "parted"
-- update: UPDATE parted SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "parted"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: several columns at once
update users set (name, email) = ($1, $2), (phone, active) = row ('1', null) where id < 9
-- expect: sealed
-- text: update users set (name, email) = ($1, $2), (phone, active) = row ($3, null) where id < 9
-- parameter $1: plain client $1 declared 0
-- parameter $2: seal public.users.email row 0 of client $2 as text
-- parameter $3: seal public.users.phone row 0 of "1" as varchar/24
-- client: 0@0 25
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE id < 9 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET (name, email) = ($1, pgseal_rows.pgseal_s2), (phone, active) = row (pgseal_rows.pgseal_s3, null) FROM (SELECT pg_catalog.unnest($2) AS pgseal_k1, pg_catalog.unnest($3) AS pgseal_s2, pg_catalog.unnest($4) AS pgseal_s3) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of parameter 0, column 0, seal 1, seal 2

-- case: several columns from a subquery
update users set email = $1, (name, id) = (select msg, id from logs) where id < 9
-- expect: refused 0A000 cannot set sealed column "public.users.email" in an UPDATE that may change several rows, with SET (...) = of other relations

-- case: a sealed value chosen by another relation
update users u set email = case when l.msg = 'x' then 'a' else email end from logs l where l.id = u.id
-- expect: refused 0A000 cannot set sealed column "public.users.email" in an UPDATE that may change several rows, with a value of "email" that reads other relations

-- case: an expression over both in returning
update users u set email = 'x' from logs l where l.id = u.id returning u.name || l.msg
-- expect: refused 0A000 cannot set sealed column "public.users.email" in an UPDATE that may change several rows, with RETURNING of an expression over several relations

-- case: a subquery in returning
update users set email = 'x' where id > 1 returning (select count(*) from logs)
-- expect: refused 0A000 cannot set sealed column "public.users.email" in an UPDATE that may change several rows, with a subquery in RETURNING

-- case: a cursor
update users set email = 'x' where current of c
-- expect: sealed
-- text: update users set email = $1 where current of c
-- parameter $1: seal public.users.email row 0 of "x" as text
-- rows: 1

-- case: is distinct from before from
update users u set active = null, phone = 'x', name = case when u.name is distinct from 'from' then 'where' end from logs as l where l.id = u.id
-- expect: sealed
-- text: update users u set active = null, phone = $1, name = case when u.name is distinct from 'from' then 'where' end from logs as l where l.id = u.id
-- parameter $1: seal public.users.phone row 0 of "x" as varchar/24
-- rows: 1
-- select: SELECT "u"."id" FROM users u , logs as l WHERE l.id = u.id FOR NO KEY UPDATE OF "u"
-- update: UPDATE users u SET active = null, phone = pgseal_rows.pgseal_s1, name = case when u.name is distinct from 'from' then 'where' end FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "u"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: a sealed column in a plain value
update users set phone = $1, name = case when email = $2 then 'known' end where email is not null
-- expect: sealed
-- text: update users set phone = $1, name = case when (email).eq = $2 then 'known' end where email is not null
-- parameter $1: seal public.users.phone row 0 of client $1 as varchar/24
-- parameter $2: term public.users.email of client $2 as text
-- client: 1043 25
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE email is not null FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET phone = pgseal_rows.pgseal_s1, name = case when (email).eq = $1 then 'known' end FROM (SELECT pg_catalog.unnest($2) AS pgseal_k1, pg_catalog.unnest($3) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of parameter 1, column 0, seal 0

-- case: a parameter in two places
update users set phone = $1, name = $2 where id > $3 and id < $3
-- expect: sealed
-- text: update users set phone = $1, name = $2 where id > $3 and id < $3
-- parameter $1: seal public.users.phone row 0 of client $1 as varchar/24
-- parameter $2: plain client $2 declared 0
-- parameter $3: plain client $3 declared 0
-- client: 1043 0@1 0@2
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE id > $1 and id < $1 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET phone = pgseal_rows.pgseal_s1, name = $1 FROM (SELECT pg_catalog.unnest($2) AS pgseal_k1, pg_catalog.unnest($3) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of 2, update of parameter 1, column 0, seal 0
-- asks types

-- case: join
update users u set phone = $1 from logs a join orders o on o.user_id = a.id where a.id = u.id returning *
-- expect: sealed
-- text: update users u set phone = $1 from logs a join orders o on o.user_id = a.id where a.id = u.id returning *
-- parameter $1: seal public.users.phone row 0 of client $1 as varchar/24
-- client: 1043
-- results: plain, plain, public.users.email:text, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool, plain, plain, plain, plain, public.orders.contact:text, plain, public.orders.secret:bytea
-- rows: 1
-- select: SELECT "u"."id", "a"."id", "a"."msg", "o"."id", "o"."user_id", "o"."contact", "o"."total", "o"."secret" FROM users u , logs a join orders o on o.user_id = a.id WHERE a.id = u.id FOR NO KEY UPDATE OF "u"
-- update: UPDATE users u SET phone = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_c3, pg_catalog.unnest($4) AS pgseal_c4, pg_catalog.unnest($5) AS pgseal_c5, pg_catalog.unnest($6) AS pgseal_c6, pg_catalog.unnest($7) AS pgseal_c7, pg_catalog.unnest($8) AS pgseal_c8, pg_catalog.unnest($9) AS pgseal_s1) AS pgseal_rows WHERE "u"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1 RETURNING "u".*, pgseal_rows.pgseal_c2 AS "id", pgseal_rows.pgseal_c3 AS "msg", pgseal_rows.pgseal_c4 AS "id", pgseal_rows.pgseal_c5 AS "user_id", pgseal_rows.pgseal_c6 AS "contact", pgseal_rows.pgseal_c7 AS "total", pgseal_rows.pgseal_c8 AS "secret"
-- many: 1 key columns, select of nothing, update of column 0, column 1, column 2, column 3, column 4, column 5, column 6, column 7, seal 0
-- selected: - - - - - - - - 1 2 3 4 5 6 7
-- uses settings

-- case: join using
update users u set phone = $1 from logs a join logs b using (id) where a.id = u.id returning *
-- expect: refused 0A000 cannot set sealed column "public.users.phone" in an UPDATE that may change several rows, with RETURNING *

-- case: join using, returning by name
update users u set phone = $1 from logs a join logs b using (id) where a.id = u.id returning a.msg, b.*
-- expect: sealed
-- text: update users u set phone = $1 from logs a join logs b using (id) where a.id = u.id returning a.msg, b.*
-- parameter $1: seal public.users.phone row 0 of client $1 as varchar/24
-- client: 1043
-- results: plain, plain, plain
-- rows: 1
-- select: SELECT "u"."id", a.msg, "b"."id", "b"."msg" FROM users u , logs a join logs b using (id) WHERE a.id = u.id FOR NO KEY UPDATE OF "u"
-- update: UPDATE users u SET phone = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_c3, pg_catalog.unnest($4) AS pgseal_c4, pg_catalog.unnest($5) AS pgseal_s1) AS pgseal_rows WHERE "u"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1 RETURNING pgseal_rows.pgseal_c2 AS "msg", pgseal_rows.pgseal_c3 AS "id", pgseal_rows.pgseal_c4 AS "msg"
-- many: 1 key columns, select of nothing, update of column 0, column 1, column 2, column 3, seal 0
-- selected: 1 2 3

-- case: a relation that is not known
update users u set phone = $1, name = f.id::text from nowhere f where f.id = u.id returning f.id
-- expect: sealed
-- text: update users u set phone = $1, name = f.id::text from nowhere f where f.id = u.id returning f.id
-- parameter $1: seal public.users.phone row 0 of client $1 as varchar/24
-- client: 1043
-- results: plain
-- rows: 1
-- select: SELECT "u"."id", f.id::text, f.id FROM users u , nowhere f WHERE f.id = u.id FOR NO KEY UPDATE OF "u"
-- update: UPDATE users u SET phone = pgseal_rows.pgseal_s1, name = pgseal_rows.pgseal_c2 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_c3, pg_catalog.unnest($4) AS pgseal_s1) AS pgseal_rows WHERE "u"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1 RETURNING pgseal_rows.pgseal_c3 AS "id"
-- many: 1 key columns, select of nothing, update of column 0, column 1, column 2, seal 0
-- selected: 2

-- case: old and new (18)
update users set phone = $1 returning with (old as o) o.phone, new.phone as now, o.name
-- expect: sealed
-- text: update users set phone = $1 returning with (old as o) o.phone, new.phone as now, o.name
-- parameter $1: seal public.users.phone row 0 of client $1 as varchar/24
-- client: 1043
-- results: public.users.phone:varchar/24, public.users.phone:varchar/24, plain
-- rows: 1
-- select: SELECT "users"."id" FROM users FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET phone = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1 RETURNING with (old as o) o.phone, new.phone as now, o.name
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: odd names
update users as "U'" set phone = $1 from logs as "l ""x" where "l ""x".id = "U'".id returning "l ""x".msg, "U'".id
-- expect: sealed
-- text: update users as "U'" set phone = $1 from logs as "l ""x" where "l ""x".id = "U'".id returning "l ""x".msg, "U'".id
-- parameter $1: seal public.users.phone row 0 of client $1 as varchar/24
-- client: 1043
-- results: plain, plain
-- rows: 1
-- select: SELECT "U'"."id", "l ""x".msg FROM users as "U'" , logs as "l ""x" WHERE "l ""x".id = "U'".id FOR NO KEY UPDATE OF "U'"
-- update: UPDATE users as "U'" SET phone = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_s1) AS pgseal_rows WHERE "U'"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1 RETURNING pgseal_rows.pgseal_c2 AS "msg", "U'".id
-- many: 1 key columns, select of nothing, update of column 0, column 1, seal 0
-- selected: 1 -

-- case: a name that is no identifier
update users set phone = $1 from logs l where l.id = users.id returning l.msg "a b", l.id as "select"
-- expect: sealed
-- text: update users set phone = $1 from logs l where l.id = users.id returning l.msg "a b", l.id as "select"
-- parameter $1: seal public.users.phone row 0 of client $1 as varchar/24
-- client: 1043
-- results: plain, plain
-- rows: 1
-- select: SELECT "users"."id", l.msg, l.id FROM users , logs l WHERE l.id = users.id FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET phone = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_c3, pg_catalog.unnest($4) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1 RETURNING pgseal_rows.pgseal_c2 AS "a b", pgseal_rows.pgseal_c3 AS "select"
-- many: 1 key columns, select of nothing, update of column 0, column 1, column 2, seal 0
-- selected: 1 2

-- case: a key that is set
update users set id = id + 100, phone = $1 where id < 5
-- expect: sealed
-- text: update users set id = id + 100, phone = $1 where id < 5
-- parameter $1: seal public.users.phone row 0 of client $1 as varchar/24
-- client: 1043
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE id < 5 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET id = id + 100, phone = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: encrypt-only
-- mode: encrypt-only
update users set email = $1 where id > 5 returning id, email
-- expect: sealed
-- text: update users set email = $1 where id > 5 returning id, email
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: plain, public.users.email:text
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE id > 5 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1 RETURNING id, email
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: encrypt-only, another sealed column
-- mode: encrypt-only
update users set email = $1 where id > 5 returning phone
-- expect: refused 42501 @52 reading sealed column "public.users.phone" is not allowed in encrypt-only mode

-- case: null alone is not sealed
update users set email = null where id > 5
-- expect: passthrough touches no sealed column

-- case: order of clauses in a value
update users set phone = $1, name = trim(both from name), id = extract(year from now())::int where name = substring($2 from 2)
-- expect: sealed
-- text: update users set phone = $1, name = trim(both from name), id = extract(year from now())::int where name = substring($2 from 2)
-- parameter $1: seal public.users.phone row 0 of client $1 as varchar/24
-- parameter $2: plain client $2 declared 0
-- client: 1043 0@1
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE name = substring($1 from 2) FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET phone = pgseal_rows.pgseal_s1, name = trim(both from name), id = extract(year from now())::int FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of 1, update of column 0, seal 0
