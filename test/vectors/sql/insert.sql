-- case: column list, one row (C21)
insert into users (id, email) values (1, 'a@b.c')
-- expect: sealed
-- text: insert into users (id, email) values (1, $1)
-- parameter $1: seal public.users.email row 0 of "a@b.c" as text
-- rows: 1

-- case: parameters
insert into users (id, email, phone) values ($1, $2, $3)
-- expect: sealed
-- text: insert into users (id, email, phone) values ($1, $2, $3)
-- parameter $1: plain client $1 declared 0
-- parameter $2: seal public.users.email row 0 of client $2 as text
-- parameter $3: seal public.users.phone row 0 of client $3 as varchar/24
-- client: 0@0 25 1043
-- rows: 1

-- case: declared types (B6)
-- declared: 23 25 1043
insert into users (id, email, phone) values ($1, $2, $3)
-- expect: sealed
-- text: insert into users (id, email, phone) values ($1, $2, $3)
-- parameter $1: plain client $1 declared 23
-- parameter $2: seal public.users.email row 0 of client $2 as text
-- parameter $3: seal public.users.phone row 0 of client $3 as varchar
-- client: 23@0 25 1043
-- rows: 1

-- case: no column list (C22)
insert into users values (1, 'n', $1, null)
-- expect: sealed
-- text: insert into users values (1, 'n', $1, null)
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: rows have their own keys
insert into users (id, email, age) values (1, $1, 5), (2, $2, $3), (3, null, default), (4, 'x', 7)
-- expect: sealed
-- text: insert into users (id, email, age) values (1, $1, $4), (2, $2, $3), (3, null, default), (4, $5, $6)
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: seal public.users.email row 1 of client $2 as text
-- parameter $3: seal public.users.age row 1 of client $3 as int4
-- parameter $4: seal public.users.age row 0 of "5" as int4
-- parameter $5: seal public.users.email row 2 of "x" as text
-- parameter $6: seal public.users.age row 2 of "7" as int4
-- client: 25 25 23
-- rows: 3

-- case: one parameter in two rows (B10)
insert into users (id, email) values (1, $1), (2, $1)
-- expect: sealed
-- text: insert into users (id, email) values (1, $1), (2, $2)
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: seal public.users.email row 1 of client $1 as text
-- client: 25
-- rows: 2

-- case: one parameter for plain and sealed (B10)
insert into users (id, name, email) values (1, $1, $1)
-- expect: sealed
-- text: insert into users (id, name, email) values (1, $1, $2)
-- parameter $1: plain client $1 declared 25
-- parameter $2: seal public.users.email row 0 of client $1 as text
-- client: 25@0
-- rows: 1

-- case: one parameter for two sealed columns
insert into users (email, nick) values ($1, $1)
-- expect: sealed
-- text: insert into users (email, nick) values ($1, $2)
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: seal public.users.nick row 0 of client $1 as varchar/24
-- client: 25
-- rows: 1

-- case: returning star (C26)
insert into users (id, email) values ($1, $2) returning *
-- expect: sealed
-- text: insert into users (id, email) values ($1, $2) returning *
-- parameter $1: plain client $1 declared 0
-- parameter $2: seal public.users.email row 0 of client $2 as text
-- client: 0@0 25
-- results: plain, plain, public.users.email:text, public.users.phone:varchar/24, public.users.age:int4, public.users.birthday:date, public.users.nick:varchar/24, public.users.active:bool
-- rows: 1
-- uses settings

-- case: returning a number does not switch sealing off (C26)
insert into users (email) values ($1) returning 0
-- expect: sealed
-- text: insert into users (email) values ($1) returning 0
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: plain
-- rows: 1

-- case: returning names
insert into users (id, email) values (1, $1) returning id, email as mail, users.phone
-- expect: sealed
-- text: insert into users (id, email) values (1, $1) returning id, email as mail, users.phone
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: plain, public.users.email:text, public.users.phone:varchar/24
-- rows: 1

-- case: returning old and new
insert into users (id, email) values (1, $1) returning old.email, new.email
-- expect: sealed
-- text: insert into users (id, email) values (1, $1) returning old.email, new.email
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: public.users.email:text, public.users.email:text
-- rows: 1

-- case: default values (C23)
insert into users default values
-- expect: passthrough touches no sealed column

-- case: default keyword
insert into users (id, email) values (default, default)
-- expect: passthrough touches no sealed column

-- case: cast of a parameter (B9)
insert into users (email, phone) values ($1::text, cast($2 as varchar(5)))
-- expect: sealed
-- text: insert into users (email, phone) values ($1, $2)
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: seal public.users.phone row 0 of client $2 as varchar to varchar/9
-- client: 25 1043
-- rows: 1

-- case: cast chain
insert into users (email) values (($1::int4)::text)
-- expect: sealed
-- text: insert into users (email) values ($1)
-- parameter $1: seal public.users.email row 0 of client $1 as int4 to text
-- client: 23
-- rows: 1

-- case: null under a cast
insert into users (id, email) values (1, null::text)
-- expect: sealed
-- text: insert into users (id, email) values (1, NULL)

-- case: literal spellings (B26)
insert into users (email) values (E'a\n'), (U&'d\0061t'), ($$do'llar$$), ('a'
'b'), (N'n'), (text 't'), (varchar 'v'), (''), (U&'d!0061' uescape '!')
-- expect: sealed
-- text: insert into users (email) values ($1), ($2), ($3), ($4), ($5), ($6), ($7), ($8), ($9)
-- parameter $1: seal public.users.email row 0 of "a\n" as text
-- parameter $2: seal public.users.email row 1 of "dat" as text
-- parameter $3: seal public.users.email row 2 of "do'llar" as text
-- parameter $4: seal public.users.email row 3 of "ab" as text
-- parameter $5: seal public.users.email row 4 of "n" as bpchar
-- parameter $6: seal public.users.email row 5 of "t" as text
-- parameter $7: seal public.users.email row 6 of "v" as varchar
-- parameter $8: seal public.users.email row 7 of "" as text
-- parameter $9: seal public.users.email row 8 of "da" as text
-- rows: 9

-- case: number spellings (B26, B27)
insert into users (age) values (0), (-5), (- 5), (+5), ('7'), (1.5), (0x1F), (-(3))
-- expect: sealed
-- text: insert into users (age) values ($1), ($2), ($3), ($4), ($5), ($6), ($7), ($8)
-- parameter $1: seal public.users.age row 0 of "0" as int4
-- parameter $2: seal public.users.age row 1 of "-5" as int4
-- parameter $3: seal public.users.age row 2 of "-5" as int4
-- parameter $4: seal public.users.age row 3 of "5" as int4
-- parameter $5: seal public.users.age row 4 of "7" as int4
-- parameter $6: seal public.users.age row 5 of "1.5" as numeric
-- parameter $7: seal public.users.age row 6 of "31" as int4
-- parameter $8: seal public.users.age row 7 of "-3" as int4
-- rows: 8

-- case: typed date
insert into users (birthday) values (date '2020-01-01'), ('2020-01-01'::date), (cast('2020-01-01' as date)), ($1)
-- expect: sealed
-- text: insert into users (birthday) values ($2), ($3), ($4), ($1)
-- parameter $1: seal public.users.birthday row 3 of client $1 as date
-- parameter $2: seal public.users.birthday row 0 of "2020-01-01" as date
-- parameter $3: seal public.users.birthday row 1 of "2020-01-01" as date
-- parameter $4: seal public.users.birthday row 2 of "2020-01-01" as date
-- client: 1082
-- rows: 4
-- uses settings

-- case: adjacent words
insert into users(email)values('a'),(E'b')returning"id"
-- expect: sealed
-- text: insert into users(email)values($1),($2)returning"id"
-- parameter $1: seal public.users.email row 0 of "a" as text
-- parameter $2: seal public.users.email row 1 of "b" as text
-- results: plain
-- rows: 2

-- case: non-ASCII before and in literals (B28)
insert into users (name, email) values ('é', 'ü€𝄞')
-- expect: sealed
-- text: insert into users (name, email) values ('é', $1)
-- parameter $1: seal public.users.email row 0 of "ü€𝄞" as text
-- rows: 1

-- case: type mismatch (B34)
insert into users (birthday) values (5)
-- expect: refused 42804 @38 column "public.users.birthday" is of type date but expression is of type int4

-- case: expression
insert into users (email) values (lower('X'))
-- expect: sealed
-- text: insert into users (email) values ($1)
-- parameter $1: seal public.users.email row 0 of lower("X" as text) as text
-- rows: 1

-- case: concatenation
insert into users (email) values ('a' || $1)
-- expect: sealed
-- text: insert into users (email) values ($2)
-- parameter $1: unused
-- parameter $2: seal public.users.email row 0 of ||("a" as text, client $1 as text) as text
-- client: 25
-- rows: 1

-- case: coalesce of parameters (B13)
insert into users (email) values (coalesce($1, 'x'))
-- expect: sealed
-- text: insert into users (email) values (coalesce($1, $2))
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: seal public.users.email row 0 of "x" as text
-- client: 25
-- rows: 1

-- case: subquery value
insert into users (email) values ((select 'x'))
-- expect: refused 0A000 @35 cannot assign an expression to sealed column "public.users.email"

-- case: sealed value for a plain column
insert into logs (id, msg) values (1, (select email from users where id = 1))
-- expect: refused 0A000 @39 cannot use sealed column "public.users.email" in VALUES of a plain column

-- case: too many values (C21)
insert into users (id, email) values (1, 'a', 'b')
-- expect: refused 42601 INSERT has more expressions than target columns

-- case: too few values
insert into users (id, name, email) values (1, 'a')
-- expect: refused 42601 INSERT has more target columns than expressions

-- case: rows of different length
insert into users values (1, 'n'), (2, 'n', 'secret')
-- expect: refused 42601 VALUES lists must all be the same length

-- case: field of a sealed column (C28)
insert into users (email.c) values ('\x00')
-- expect: refused 42501 permission denied for the parts of a sealed value

-- case: insert from select into sealed column (C24)
insert into users (id, email) select id, msg from logs
-- expect: sealed
-- text: insert into users (id, email) select id, $1 from logs
-- parameter $1: seal public.users.email row 0 of row 0 as text
-- rows: 1
-- select: select id, NULL, "msg" from logs
-- update: insert into users (id, email) SELECT pgseal_rows.pgseal_c1, pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_c1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows
-- many: 0 key columns, select of nothing, update of column 0, seal 0

-- case: insert from select of a literal (C24, B14)
insert into users (id, email) select 1, $1
-- expect: sealed
-- text: insert into users (id, email) select 1, $1
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: insert from select of a literal in several rows (C24)
insert into users (id, email) select generate_series(1, 2), $1
-- expect: sealed
-- text: insert into users (id, email) select generate_series(1, 2), $1
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1
-- select: select generate_series(1, 2), NULL
-- update: insert into users (id, email) SELECT pgseal_rows.pgseal_c1, pgseal_rows.pgseal_s1 FROM (SELECT pg_catalog.unnest($1) AS pgseal_c1, pg_catalog.unnest($2) AS pgseal_s1) AS pgseal_rows
-- many: 0 key columns, select of nothing, update of column 0, seal 0

-- case: insert from select of plain columns into plain columns
insert into users (id, name) select id, msg from logs
-- expect: passthrough touches no sealed column

-- case: insert from select of a sealed column into a plain table (C24)
insert into logs (id, msg) select id, email from users
-- expect: refused 0A000 @39 cannot use sealed column "public.users.email" in INSERT ... SELECT

-- case: values with order by is a query
insert into users (id, email) values (1, 'a') order by 1
-- expect: refused 0A000 cannot use sealed column "public.users.email" in INSERT ... SELECT

-- case: sqlalchemy bulk insert (B14)
insert into users (email) select p0::varchar from (values ($1::varchar, 0)) as imp_sen(p0, sen_counter) order by sen_counter returning users.id
-- expect: sealed
-- text: insert into users (email) select p0  from (values ($1, 0)) as imp_sen(p0, sen_counter) order by sen_counter returning users.id
-- parameter $1: seal public.users.email row 0 of client $1 as varchar to varchar
-- client: 1043
-- results: plain
-- rows: 1

-- case: on conflict do nothing (C25)
insert into users (id, email) values (1, $1) on conflict do nothing
-- expect: sealed
-- text: insert into users (id, email) values (1, $1) on conflict do nothing
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: on conflict on the sealed column (C25)
insert into users (id, email) values (1, $1) on conflict (email) do nothing
-- expect: sealed
-- text: insert into users (id, email) values (1, $1) on conflict (((email).eq)) do nothing
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: on conflict on several columns
insert into orders (id, contact) values (1, $1) on conflict (user_id, contact) do nothing
-- expect: sealed
-- text: insert into orders (id, contact) values (1, $1) on conflict (user_id, ((contact).eq)) do nothing
-- parameter $1: seal public.orders.contact row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: do update with excluded
insert into users (id, email) values (1, $1), (2, $2) on conflict (id) do update set email = excluded.email, name = excluded.name
-- expect: sealed
-- text: insert into users (id, email) values (1, $1), (2, $2) on conflict (id) do update set email = excluded.email, name = excluded.name
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: seal public.users.email row 1 of client $2 as text
-- client: 25 25
-- rows: 2

-- case: do update with a parameter, one row
insert into users (id, email) values (1, $1) on conflict (id) do update set email = $1
-- expect: sealed
-- text: insert into users (id, email) values (1, $1) on conflict (id) do update set email = $1
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: do update with another parameter, one row
insert into users (id, email) values (1, $1) on conflict (id) do update set email = $2
-- expect: sealed
-- text: insert into users (id, email) values (1, $1) on conflict (id) do update set email = $2
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: seal public.users.email row 0 of client $2 as text
-- client: 25 25
-- rows: 1

-- case: do update with a constant, several rows (C25)
insert into users (id, email) values (1, $1), (2, $2) on conflict (id) do update set email = 'x'
-- expect: refused 0A000 @86 cannot set sealed column "public.users.email" to a constant in ON CONFLICT DO UPDATE of several rows

-- case: do update with another sealed column
insert into users (id, nick, email) values (1, $1, $2) on conflict (id) do update set email = excluded.nick
-- expect: refused 0A000 @95 cannot use sealed column "public.users.nick" in an assignment to "public.users.email"

-- case: do update where
insert into users (id, email) values (1, $1) on conflict (id) do update set email = excluded.email where users.email <> excluded.email
-- expect: sealed
-- text: insert into users (id, email) values (1, $1) on conflict (id) do update set email = excluded.email where (users.email).eq <> (excluded.email).eq
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: do update keeps what is there
insert into users (id, email) values (1, $1) on conflict (id) do update set email = coalesce(excluded.email, users.email)
-- expect: sealed
-- text: insert into users (id, email) values (1, $1) on conflict (id) do update set email = coalesce(excluded.email, users.email)
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: do update set null
insert into users (id, email) values (1, $1), (2, $2) on conflict (id) do update set email = null
-- expect: sealed
-- text: insert into users (id, email) values (1, $1), (2, $2) on conflict (id) do update set email = null
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: seal public.users.email row 1 of client $2 as text
-- client: 25 25
-- rows: 2

-- case: conflict target with an opclass
insert into users (email) values ($1) on conflict (email text_ops) do nothing
-- expect: refused 0A000 @51 cannot use sealed column "public.users.email" in ON CONFLICT

-- case: conflict on a column without term
insert into users (phone) values ($1) on conflict (phone) do nothing
-- expect: refused 0A000 @51 cannot use sealed column "public.users.phone" in ON CONFLICT

-- case: alias
insert into users as u (id, email) values (1, $1) on conflict (id) do update set name = u.name || 'x' returning u.email
-- expect: sealed
-- text: insert into users as u (id, email) values (1, $1) on conflict (id) do update set name = u.name || 'x' returning u.email
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: public.users.email:text
-- rows: 1

-- case: overriding
insert into users (id, email) overriding system value values (1, $1)
-- expect: sealed
-- text: insert into users (id, email) overriding system value values (1, $1)
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: with clause
with c as (select 1 as x) insert into users (id, email) values ((select x from c), $1)
-- expect: sealed
-- text: with c as (select 1 as x) insert into users (id, email) values ((select x from c), $1)
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: inside a with clause
with i as (insert into users (id, email) values (1, $1) returning id, email) select email, id from i
-- expect: sealed
-- text: with i as (insert into users (id, email) values (1, $1) returning id, email) select email, id from i
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: public.users.email:text, plain
-- rows: 1

-- case: two inserts have their own rows
with a as (insert into users (email) values ($1) returning id), b as (insert into orders (contact) values ($1) returning id) select * from a, b
-- expect: sealed
-- text: with a as (insert into users (email) values ($1) returning id), b as (insert into orders (contact) values ($2) returning id) select * from a, b
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- parameter $2: seal public.orders.contact row 1 of client $1 as text
-- client: 25
-- results: plain, plain
-- rows: 2

-- case: plain state (section 7)
insert into pending (id, ssn) values (1, 'x')
-- expect: refused 0A000 @26 column "public.pending.ssn" is not sealed yet

-- case: plain state without column list
insert into pending values (1, 'x')
-- expect: refused 0A000 @32 column "public.pending.ssn" is not sealed yet

-- case: plain state, column not named
insert into pending (id) values (1)
-- expect: passthrough touches no sealed column

-- case: plain state, values end before it
insert into pending values (1)
-- expect: passthrough touches no sealed column

-- case: refused column
insert into broken (id, ssn) values (1, 'x')
-- expect: refused 0A000 @25 cannot use column "public.broken.ssn": the map says another type

-- case: rules (C9)
insert into ruled (id, email) values (1, $1)
-- expect: refused 0A000 @13 cannot INSERT through "public.ruled"

-- case: through a view (C8)
insert into v_users (user_id, mail) values (1, 'x')
-- expect: sealed
-- text: insert into v_users (user_id, mail) values (1, $1)
-- parameter $1: seal public.users.email row 0 of "x" as text
-- rows: 1

-- case: through a view of several tables
insert into v_all (mail) values ('x')
-- expect: refused 0A000 cannot INSERT through "public.v_all"

-- case: through a view without naming columns
insert into v_nested values ($1)
-- expect: sealed
-- text: insert into v_nested values ($1)
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: sealed into a log by returning in cte
with u as (select email from users) insert into logs (msg) select email from u
-- expect: refused 0A000 @67 cannot use sealed column "public.users.email" in INSERT ... SELECT

-- case: parameter of a type that is not served
-- declared: 600
insert into users (email) values ($1)
-- expect: refused 0A000 @35 cannot read a value beside a sealed column of type text

-- case: unused parameter keeps its number
-- declared: 23 25
insert into users (email) values ($2)
-- expect: sealed
-- text: insert into users (email) values ($2)
-- parameter $1: plain client $1 declared 23
-- parameter $2: seal public.users.email row 0 of client $2 as text
-- client: 23@0 25
-- rows: 1

-- case: encrypt-only returns what it sealed
-- mode: encrypt-only
insert into users (id, email) values (1, $1) returning id, email
-- expect: sealed
-- text: insert into users (id, email) values (1, $1) returning id, email
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: plain, public.users.email:text
-- rows: 1

-- case: encrypt-only, do update leaves the stored value
-- mode: encrypt-only
insert into users (id, email) values (1, $1) on conflict (id) do update set name = 'x' returning email
-- expect: refused 42501 @98 reading sealed column "public.users.email" is not allowed in encrypt-only mode

-- case: encrypt-only, do update sets it
-- mode: encrypt-only
insert into users (id, email) values (1, $1) on conflict (id) do update set email = excluded.email returning email
-- expect: sealed
-- text: insert into users (id, email) values (1, $1) on conflict (id) do update set email = excluded.email returning email
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- results: public.users.email:text
-- rows: 1

-- case: type of another column is exact
-- declared: 20
insert into users (age) values ($1)
-- expect: sealed
-- text: insert into users (age) values ($1)
-- parameter $1: seal public.users.age row 0 of client $1 as int8
-- client: 20
-- rows: 1

-- case: comments survive (C66)
/* app:web */ insert into users (email) values ('x' /* here */) -- tail
-- expect: sealed
-- text: /* app:web */ insert into users (email) values ($1 /* here */) -- tail
-- parameter $1: seal public.users.email row 0 of "x" as text
-- rows: 1

-- case: unknown table
insert into nowhere (email) values ('x')
-- expect: passthrough names no mapped table, describe first

-- case: schema qualified
insert into public.users (email) values ($1)
-- expect: sealed
-- text: insert into public.users (email) values ($1)
-- parameter $1: seal public.users.email row 0 of client $1 as text
-- client: 25
-- rows: 1

-- case: another schema
insert into other.users (id, email) values (1, 'x')
-- expect: passthrough names no mapped table

-- case: on constraint of a sealed key (C25)
insert into users (email) values ('a') on conflict on constraint users_1 do nothing
-- expect: refused 0A000 @52 cannot use sealed column "public.users.email" in ON CONFLICT ON CONSTRAINT

-- case: listed rows with order and returning (B14)
insert into users (id, email, nick) select p0::int4, p1::varchar, p2::varchar(10) from (values ($1::int4, $2::varchar, $3::varchar, 0), ($4::int4, $5::varchar, null, 1)) as imp_sen(p0, p1, p2, sen_counter) order by sen_counter returning users.id, users.email
-- expect: sealed
-- text: insert into users (id, email, nick) select p0::int4, p1 , p2  from (values ($1::int4, $2, $3, 0), ($4::int4, $5, null, 1)) as imp_sen(p0, p1, p2, sen_counter) order by sen_counter returning users.id, users.email
-- parameter $1: plain client $1 declared 0
-- parameter $2: seal public.users.email row 0 of client $2 as varchar to varchar
-- parameter $3: seal public.users.nick row 0 of client $3 as varchar to varchar/14
-- parameter $4: plain client $4 declared 0
-- parameter $5: seal public.users.email row 1 of client $5 as varchar to varchar
-- client: 0@0 1043 1043 0@3 1043
-- results: plain, public.users.email:text
-- rows: 2

-- case: listed rows, the sealed column used twice
insert into users (name, email) select p0, p0 from (values ($1, 0)) as v(p0, n)
-- expect: refused 0A000 cannot use values of VALUES or UNNEST that are sealed and used in another way too in a statement on a mapped table

-- case: listed rows, the sealed column in order by
insert into users (email) select p0 from (values ($1, 0)) as v(p0, n) order by p0
-- expect: refused 0A000 cannot use INSERT ... SELECT ordered by a value that is sealed in a statement on a mapped table

-- case: listed rows, an expression for the sealed column
insert into users (email) select p0 || 'x' from (values ($1, 0)) as v(p0, n)
-- expect: sealed
-- text: insert into users (email) select $2 from (values ($1, 0)) as v(p0, n)
-- parameter $1: ordinal 1 of client $1 as text
-- parameter $2: seal public.users.email row 0 of ||(row 0 as text, "x" as text) as text
-- client: 25
-- rows: 1
-- select: select NULL, "p0" from (values ($1, 0)) as v(p0, n)
-- update: insert into users (email) SELECT pgseal_rows.pgseal_s2 FROM (SELECT pg_catalog.unnest($1) AS pgseal_s2) AS pgseal_rows
-- many: 0 key columns, select of 0, update of seal 1

-- case: listed rows, an expression in the list
insert into users (email) select p0 from (values (lower($1), 0)) as v(p0, n)
-- expect: sealed
-- text: insert into users (email) select p0 from (values ($2, 0)) as v(p0, n)
-- parameter $1: unused
-- parameter $2: seal public.users.email row 0 of lower(client $1 as text) as text
-- client: 25
-- rows: 1

-- case: listed rows, a star
insert into users (id, email) select * from (values (1, $1)) as v(a, b)
-- expect: sealed
-- text: insert into users (id, email) select "v"."a", $2 from (values (1, $1)) as v(a, b)
-- parameter $1: ordinal 1 of client $1 as text
-- parameter $2: seal public.users.email row 0 of row 0 as text
-- client: 25
-- rows: 1
-- select: select "v"."a", NULL, "v"."b" from (values (1, $1)) as v(a, b)
-- update: insert into users (id, email) SELECT pgseal_rows.pgseal_c1, pgseal_rows.pgseal_s2 FROM (SELECT pg_catalog.unnest($1) AS pgseal_c1, pg_catalog.unnest($2) AS pgseal_s2) AS pgseal_rows
-- many: 0 key columns, select of 0, update of column 0, seal 1

-- case: listed rows with a filter
insert into users (email) select p0 from (values ($1, 0)) as v(p0, n) where n > 1
-- expect: sealed
-- text: insert into users (email) select $2 from (values ($1, 0)) as v(p0, n) where n > 1
-- parameter $1: ordinal 1 of client $1 as text
-- parameter $2: seal public.users.email row 0 of row 0 as text
-- client: 25
-- rows: 1
-- select: select NULL, "p0" from (values ($1, 0)) as v(p0, n) where n > 1
-- update: insert into users (email) SELECT pgseal_rows.pgseal_s2 FROM (SELECT pg_catalog.unnest($1) AS pgseal_s2) AS pgseal_rows
-- many: 0 key columns, select of 0, update of seal 1

-- case: listed rows, cast to a type that is not served
insert into users (email) select p0::name from (values ($1, 0)) as v(p0, n)
-- expect: refused 0A000 cannot use sealed column "public.users.email" in INSERT ... SELECT

-- case: listed rows, literals
insert into users (id, email) select v.a, v.b from (values (1, 'x'), (2, 'y'), (3, null)) as v(a, b)
-- expect: sealed
-- text: insert into users (id, email) select v.a, v.b from (values (1, $1), (2, $2), (3, null)) as v(a, b)
-- parameter $1: seal public.users.email row 0 of "x" as text
-- parameter $2: seal public.users.email row 1 of "y" as text
-- rows: 2

-- case: listed rows, number for an int column
insert into users (age) select p0::int4 from (values ($1::text), ('5')) as v(p0)
-- expect: sealed
-- text: insert into users (age) select p0  from (values ($1), ($2)) as v(p0)
-- parameter $1: seal public.users.age row 0 of client $1 as text to int4
-- parameter $2: seal public.users.age row 1 of "5" as text to int4
-- client: 25
-- rows: 2

-- case: listed rows, only null
insert into users (id, email) select a, b from (values (1, null), (2, null)) as v(a, b)
-- expect: refused 0A000 cannot use sealed column "public.users.email" in INSERT ... SELECT of NULL

-- case: listed rows, the row as a value
insert into users (name, email) select v::text, p0 from (values ($1)) as v(p0)
-- expect: refused 0A000 cannot use values of VALUES or UNNEST that are sealed and used in another way too in a statement on a mapped table
