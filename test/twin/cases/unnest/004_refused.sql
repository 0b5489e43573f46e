-- description: What VALUES and UNNEST cannot carry into sealed columns
-- expect: refused

-- params: ["{101}", "{canary-x}"]
-- refused: 0A000 used in another way
insert into users (id, email, name) select u.id, u.e, u.e from unnest($1::int[], $2::text[]) as u(id, e);

-- params: ["{101}", "{canary-x}"]
-- refused: 0A000 used in another way
insert into users (id, email) select u.id, u.e from unnest($1::int[], $2::text[]) as u(id, e) where u.e <> 'canary-y';

-- params: ["{101}", "{canary-x}"]
-- refused: 0A000 ordered by a value
insert into users (id, email) select u.id, u.e from unnest($1::int[], $2::text[]) as u(id, e) order by 2;

-- params: ["{101}", "{canary-x}"]
-- refused: 0A000 email
insert into users (id, email) select distinct u.id, u.e from unnest($1::int[], $2::text[]) as u(id, e);

-- params: ["{101}", "{canary-x}", "canary-y"]
-- refused: 0A000 CONFLICT
insert into users (id, email) select * from unnest($1::int[], $2::text[]) on conflict (id) do update set email = $3;

-- refused: 0A000 used in another way
update users set email = v.email, name = v.email from (values (1, 'canary-v1')) as v(id, email) where users.id = v.id;
