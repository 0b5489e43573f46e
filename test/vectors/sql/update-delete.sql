-- case: pinned by the primary key
update users set email = $1 where id = $2
-- expect: sealed
-- text: update users set email = $1 where id = $2
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: plain client $2 declared 0
-- client: 25 0@1
-- rows: 1

-- case: pinned by a literal, either side
update users set email = 'x', name = 'n' where 5 = id and name is not null
-- expect: sealed
-- text: update users set email = $1, name = 'n' where 5 = id and name is not null
-- parameter $1: seal public.users.email row 0 of "x" as text
-- rows: 1

-- case: pinned by the sealed unique column
update users set phone = $1 where email = $2
-- expect: sealed
-- text: update users set phone = $1 where (email).eq = $2
-- parameter $1: seal public.users.phone row 0 of client $1 as varchar/24
-- parameter $2: term public.users.email of client $2 as text
-- client: 1043 25
-- rows: 1

-- case: not pinned
update users set email = $1
-- expect: sealed
-- text: update users set email = $1
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1
-- select: SELECT "users"."id" FROM users FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: not pinned by a range
update users set email = $1 where id > 5
-- expect: sealed
-- text: update users set email = $1 where id > 5
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE id > 5 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: not pinned under OR
update users set email = $1 where id = 1 or id = 2
-- expect: sealed
-- text: update users set email = $1 where id = 1 or id = 2
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE id = 1 or id = 2 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: not pinned by in
update users set email = $1 where id in (1)
-- expect: sealed
-- text: update users set email = $1 where id in (1)
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE id in (1) FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: not pinned by another column of the key
update orders set contact = $1 where user_id = 5
-- expect: sealed
-- text: update orders set contact = $1 where user_id = 5
-- parameter $1: seal public.orders.contact row 0 of client $1 as text
-- client: 25
-- rows: 1
-- select: SELECT "orders"."id" FROM orders WHERE user_id = 5 FOR NO KEY UPDATE OF "orders"
-- update: UPDATE orders SET contact = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "orders"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: pinned by two columns
update orders set contact = $1 where user_id = 5 and total = 1.5
-- expect: sealed
-- text: update orders set contact = $1 where user_id = 5 and total = 1.5
-- parameter $1: seal public.orders.contact row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: not pinned by a rounding comparison
update orders set contact = $1 where id = 5::float8
-- expect: sealed
-- text: update orders set contact = $1 where id = 5::float8
-- parameter $1: seal public.orders.contact row 0 of client $1 as text
-- client: 25
-- rows: 1
-- select: SELECT "orders"."id" FROM orders WHERE id = 5::float8 FOR NO KEY UPDATE OF "orders"
-- update: UPDATE orders SET contact = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "orders"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: not pinned by a column
update users set email = $1 from logs where users.id = logs.id
-- expect: sealed
-- text: update users set email = $1 from logs where users.id = logs.id
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1
-- select: SELECT "users"."id" FROM users , logs WHERE users.id = logs.id FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, seal 0

-- case: pinned with from
update users u set email = $1 from logs l where u.id = 5 and l.id = u.id returning u.email, l.msg
-- expect: sealed
-- text: update users u set email = $1 from logs l where u.id = 5 and l.id = u.id returning u.email, l.msg
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: public.users.email:text, plain
-- rows: 1

-- case: inheritance children
update parent set email = $1 where id = 1
-- expect: refused 0A000 cannot set sealed column "public.parent.email" in several rows of a table without a unique key

-- case: only the parent
update only parent set email = $1 where id = 1
-- expect: sealed
-- text: update only parent set email = $1 where id = 1
-- parameter $1: seal public.parent.email row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: partitioned
update parted set email = $1 where id = 1
-- expect: sealed
-- text: update parted set email = $1 where id = 1
-- parameter $1: seal public.parted.email row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: set null needs no pin
update users set email = null, phone = null::varchar
-- expect: sealed
-- text: update users set email = null, phone = NULL

-- case: set default needs no pin
update users set email = default
-- expect: passthrough touches no sealed column

-- case: same column is the same value
update users set email = email
-- expect: passthrough touches no sealed column

-- case: qualified same column
update users u set email = u.email where u.id > 3
-- expect: passthrough touches no sealed column

-- case: another sealed column (C27)
update users set email = nick where id = 1
-- expect: sealed
-- text: update users set email = $1 where id = 1
-- parameter $1: seal public.users.email row 0 of row 0 as varchar
-- rows: 1
-- select: SELECT "users"."id", "users"."nick" FROM users WHERE id = 1 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, column 1, seal 0

-- case: plain column into sealed
update users set email = name where id = 1
-- expect: sealed
-- text: update users set email = $1 where id = 1
-- parameter $1: seal public.users.email row 0 of row 0 as text
-- rows: 1
-- select: SELECT "users"."id", "users"."name" FROM users WHERE id = 1 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, column 1, seal 0

-- case: sealed column into plain
update users set name = email where id = 1
-- expect: refused 0A000 @25 cannot use sealed column "public.users.email" in SET of a plain column

-- case: function (C27)
update users set email = lower(email) where id = 1
-- expect: sealed
-- text: update users set email = $1 where id = 1
-- parameter $1: seal public.users.email row 0 of lower(row 0 as text) as text
-- rows: 1
-- select: SELECT "users"."id", "users"."email" FROM users WHERE id = 1 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_c2, pg_catalog.unnest($3) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of nothing, update of column 0, column 1, seal 0

-- case: coalesce keeps the old value
update users set email = coalesce($1, email) where id = $2
-- expect: sealed
-- text: update users set email = coalesce($1, email) where id = $2
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: plain client $2 declared 0
-- client: 25 0@1
-- rows: 1

-- case: case keeps the old value
update users set email = case when id > 3 then 'x' else email end where id = $1
-- expect: sealed
-- text: update users set email = case when id > 3 then $2 else email end where id = $1
-- parameter $1: plain client $1 declared 0
-- parameter $2: seal public.users.email row 0 of "x" as text
-- client: 0@0
-- rows: 1

-- case: tuple set (C28)
update users set (email, name) = ($1, $2) where id = 1
-- expect: sealed
-- text: update users set (email, name) = ($1, $2) where id = 1
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: plain client $2 declared 0
-- client: 25 0@1
-- rows: 1

-- case: tuple set with row
update users set (name, email, age) = row($1, 'x', 5) where id = 1
-- expect: sealed
-- text: update users set (name, email, age) = row($1, $2, $3) where id = 1
-- parameter $1: plain client $1 declared 0
-- parameter $2: seal public.users.email row 0 of "x" as text
-- parameter $3: seal public.users.age row 0 of "5" as int4
-- client: 0@0
-- rows: 1

-- case: tuple set from a subquery (C28)
update users set (name, email) = (select 'a', 'b') where id = 1
-- expect: refused 0A000 cannot use sealed column "public.users.email" in SET ... = (subquery)

-- case: tuple set of plain columns from a subquery
update users set (name) = (select msg from logs limit 1) where email = $1
-- expect: sealed
-- text: update users set (name) = (select msg from logs limit 1) where (email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25

-- case: two tuples
update users set (email, name) = ('a', 'b'), (phone, id) = ('c', 4) where id = 1
-- expect: sealed
-- text: update users set (email, name) = ($1, 'b'), (phone, id) = ($2, 4) where id = 1
-- parameter $1: seal public.users.email row 0 of "a" as text
-- parameter $2: seal public.users.phone row 0 of "c" as varchar/24
-- rows: 1

-- case: field target (C28)
update users set email.c = '\x00' where id = 1
-- expect: refused 42501 permission denied for the parts of a sealed value

-- case: subscript target
update users set email[1] = 'x' where id = 1
-- expect: refused 0A000 @18 cannot use sealed column "public.users.email" in a field or element assignment

-- case: value and predicate (B10)
update users set email = $1 where email = $1
-- expect: sealed
-- text: update users set email = $1 where (email).eq = $2
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: term public.users.email of client $1 as text
-- client: 25
-- rows: 1

-- case: predicate only
update users set name = $1 where email = $2
-- expect: sealed
-- text: update users set name = $1 where (email).eq = $2
-- parameter $1: plain client $1 declared 0
-- parameter $2: term public.users.email of client $2 as text
-- client: 0@0 25

-- case: plain update of a mapped table
update users set name = 'x' where id = 3
-- expect: passthrough touches no sealed column

-- case: returning
update users set email = $1 where id = 2 returning *
-- expect: sealed
-- text: update users set email = $1 where id = 2 returning *
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: plain, plain, public.users.email:text, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool
-- rows: 1
-- uses settings

-- case: returning in encrypt-only
-- mode: encrypt-only
update users set email = $1 where id = 2 returning email, id
-- expect: sealed
-- text: update users set email = $1 where id = 2 returning email, id
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: public.users.email:text, plain
-- rows: 1

-- case: returning another column in encrypt-only
-- mode: encrypt-only
update users set email = $1 where id = 2 returning phone
-- expect: refused 42501 @52 reading sealed column "public.users.phone" is not allowed in encrypt-only mode

-- case: from with a mapped table
update logs set msg = 'x' from users u where u.email = $1 and u.id = logs.id
-- expect: sealed
-- text: update logs set msg = 'x' from users u where (u.email).eq = $1 and u.id = logs.id
-- parameter $1: term public.users.email of client $1 as text
-- client: 25

-- case: plain table from a sealed column
update logs set msg = u.email from users u where u.id = logs.id
-- expect: refused 0A000 @23 cannot use sealed column "public.users.email" in SET of a plain column

-- case: through a view
update v_users set mail = $1 where user_id = 1
-- expect: refused 0A000 cannot UPDATE through "public.v_users"

-- case: where current of
update users set name = 'x' where current of c
-- expect: passthrough touches no sealed column

-- case: parameter typed elsewhere does not pin
update users set email = $1 where id = $2 and $2::float8 > 3
-- expect: sealed
-- text: update users set email = $1 where id = $2 and $2::float8 > 3
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: plain client $2 declared 0
-- client: 25 0@1
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE id = $1 and $1::float8 > 3 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET email = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of 1, update of column 0, seal 0
-- asks types

-- case: plain state
update pending set ssn = 'x' where id = 1
-- expect: refused 0A000 @20 column "public.pending.ssn" is not sealed yet

-- case: plain state, other column
update pending set note = 'x' where id = 1
-- expect: passthrough touches no sealed column

-- case: type mismatch
update users set birthday = 5 where id = 1
-- expect: refused 42804 @29 column "public.users.birthday" is of type date but expression is of type int4

-- case: update in cte
with u as (update users set email = $1 where id = $2 returning id, email) select * from u
-- expect: sealed
-- text: with u as (update users set email = $1 where id = $2 returning id, email) select * from u
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: plain client $2 declared 0
-- client: 25 0@1
-- results: plain, public.users.email:text
-- rows: 1

-- case: delete by sealed column
delete from users where email = $1
-- expect: sealed
-- text: delete from users where (email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25

-- case: delete returning
delete from users where id = 1 returning email
-- expect: sealed
-- text: delete from users where id = 1 returning email
-- results: public.users.email:text

-- case: delete using
delete from users u using orders o where u.email = o.contact and o.id = $1
-- expect: sealed
-- text: delete from users u using orders o where (u.email).eq = (o.contact).eq and o.id = $1
-- parameter $1: plain client $1 declared 0
-- client: 0@0

-- case: delete by plain column
delete from users where id = $1
-- expect: passthrough touches no sealed column

-- case: delete by range over sealed
delete from users where email > 'a'
-- expect: refused 0A000 @25 cannot use sealed column "public.users.email" in operator >

-- case: delete in encrypt-only
-- mode: encrypt-only
delete from users where email = $1
-- expect: sealed
-- text: delete from users where (email).eq = $1
-- parameter $1: term public.users.email of client $1 as text
-- client: 25

-- case: delete returning in encrypt-only
-- mode: encrypt-only
delete from users where email = $1 returning email
-- expect: refused 42501 @46 reading sealed column "public.users.email" is not allowed in encrypt-only mode

-- case: delete where current of
delete from users where current of c
-- expect: passthrough touches no sealed column

-- case: an operand of another type's operator does not pin
-- declared: 25 701
update users set phone = $1 where id = $2
-- expect: sealed
-- text: update users set phone = $1 where id = $2
-- parameter $1: seal public.users.phone row 0 of client $1 as text
-- parameter $2: plain client $2 declared 701
-- client: 25 701@1
-- rows: 1
-- select: SELECT "users"."id" FROM users WHERE id = $1 FOR NO KEY UPDATE OF "users"
-- update: UPDATE users SET phone = pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_k1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows WHERE "users"."id" OPERATOR(pg_catalog.=) pgseal_rows.pgseal_k1
-- many: 1 key columns, select of 1, update of column 0, seal 0

-- case: a declared integer pins
-- declared: 25 20
update users set phone = $1 where id = $2
-- expect: sealed
-- text: update users set phone = $1 where id = $2
-- parameter $1: seal public.users.phone row 0 of client $1 as text
-- parameter $2: plain client $2 declared 20
-- client: 25 20@1
-- rows: 1

-- case: a cast integer pins
update users set phone = $1 where id = $2::int8
-- expect: sealed
-- text: update users set phone = $1 where id = $2::int8
-- parameter $1: seal public.users.phone row 0 of client $1 as varchar/24
-- parameter $2: plain client $2 declared 0
-- client: 1043 0@1
-- rows: 1
