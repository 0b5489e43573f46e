-- description: Functions of constants and parameters in SET, of one row and of many (C32)
-- expect: served

-- params: ["CANARY-SET@example.com", "1"]
update users set email = lower($1) where id = $2 returning email;

-- params: ["canary-555"]
update users set phone = $1 || '-' || 5, name = upper('x') where id > 4;

-- params: [null, "2"]
update users set email = coalesce(lower($1), email), score = coalesce($1::int + 1, score) where id = $2 returning email, score;

-- params: ["CANARY-Case@example.com"]
update users set email = case when id = 3 then lower($1) else email end where id in (3, 4);

-- params: ["1", "CANARY-Up@example.com"]
insert into users (id, email) values ($1, 'canary-never@example.com') on conflict (id) do update set email = lower($2) returning id, email;

select id, email, phone, name, score from users order by id;
