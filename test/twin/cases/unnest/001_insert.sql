-- description: INSERT of arrays by UNNEST, as Node.js, Django and psycopg write bulk inserts
-- expect: served

-- params: ["{101,102,103}", "{canary-un-1,canary-un-2,NULL}"]
insert into users (id, email) select * from unnest($1::int[], $2::text[]);

-- params: ["{104,105}", "{canary-un-4@x,canary-un-5@x}", "{\"canary, quoted\",NULL}"]
insert into users (id, email, phone) select * from unnest($1::int[], $2::text[], $3::varchar[]) as u(a, b, c) returning id, email, phone;

-- params: ["{106,107}", "{canary-un-6,canary-un-7}"]
insert into users (id, email, name) select u.id, lower(u.mail), 'n' || u.id from unnest($1::int[], $2::text[]) as u(id, mail) where u.id > 106 order by u.id returning id, email, name;

-- params: ["{108,109}", "{1915-12-10,1916-11-22}"]
insert into users (id, birthday) select unnest($1::int[]), unnest($2::date[]) returning id, birthday;

-- params: ["{110,111,112}", "{canary-a,canary-b}"]
insert into users (id, email) select unnest($1::int[]), unnest($2::text[]);

-- params: ["{867530910,NULL,867530912}"]
insert into users (score, email) select s, null from unnest($1::int[]) as s returning score;

-- params: ["{1,2,130}", "{canary-up-1,canary-up-2,canary-up-130}"]
insert into users (id, email) select * from unnest($1::int[], $2::text[]) on conflict (id) do update set email = excluded.email;

-- params: ["{1,131}", "{canary-x1,canary-x131}"]
insert into users (id, email) select * from unnest($1::int[], $2::text[]) as t(id, email) on conflict (id) do nothing returning id, email;

-- params: ["{}", "{}"]
insert into users (id, email) select * from unnest($1::int[], $2::text[]);

insert into users (id, email) select * from unnest(array[140, 141], '{canary-lit-1,canary-lit-2}'::text[]);

-- params: ["{142,143}", "{canary-with-1,canary-with-2}"]
with d as (select * from unnest($1::int[], '{}'::int[]) as x(id, n)) insert into users (id, email) select d.id, e.v from d join unnest($2::text[]) with ordinality as e(v, n) on e.n = d.id - 141;

-- error: 22P02
insert into users (id, score) select * from unnest('{150}'::int[], '{canary}'::int[]);

select id, email, phone, birthday, score, name from users order by id;
