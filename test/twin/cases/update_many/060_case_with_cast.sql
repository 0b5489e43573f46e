-- description: A value for each row by CASE under a cast to the column's type, as bulk updates of libraries are written
-- expect: served
-- order: multiset

update users set phone = (case when (id = 4) then 'canary-4' when (id = 5) then 'canary-5' else null end)::varchar(20) where id in (4, 5) returning id, phone;

-- params: ["1", "canary-one", "2", "canary-two"]
update users set phone = cast(case when id = $1 then $2 when id = $3 then $4 else null end as varchar) where id in ($1, $3) returning id, phone;

-- params: ["1", "canary longer than twenty characters", "2"]
update users set phone = (case when id = $1 then $2 else 'canary also longer than twenty' end)::varchar(20) where id in ($1, $3) returning id, phone;

update orders set amount = (case id when 1 then 867530.905 when 2 then 867530.904 end)::numeric(12,2) where id in (1, 2, 3) returning id, amount;

update users set birthday = (case when id = 1 then '1915-12-10' else '1916-11-22'::date end)::date where id < 4 returning id, birthday;

update users set notes = (case when id = 1 then '{"canary": 1}' else '{"canary":  2}' end)::jsonb where id < 3 returning id, notes;

select id, phone, birthday, notes from users order by id;

select id, amount from orders order by id;
