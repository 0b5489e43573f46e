-- description: UPDATE of many rows from VALUES and UNNEST, a value for each
-- expect: served
-- order: multiset

update users set email = v.email from (values (1, 'canary-v1'), (2, 'canary-v2'), (3, null)) as v(id, email) where users.id = v.id;

-- params: ["4", "canary-v4", "5", "CANARY-V5"]
update users set email = lower(v.email), name = 'n' || v.id from (values ($1::int, $2::text), ($3, $4)) as v(id, email) where users.id = v.id returning users.id, users.email, users.name;

-- params: ["{6,7}", "{canary-v6,canary-v7}", "{867530006,NULL}"]
update users u set email = v.e, score = coalesce(v.s, u.score + 1) from unnest($1::int[], $2::text[], $3::int4[]) as v(id, e, s) where u.id = v.id returning u.id, u.email, u.score;

-- params: ["8", "canary-v8", "canary-555-8"]
with v (id, email, phone) as (values ($1::int, $2, $3)) update users set email = v.email, phone = v.phone from v where users.id = v.id;

select id, email, phone, name, score from users order by id;
