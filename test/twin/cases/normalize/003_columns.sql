-- description: Lower cases of columns beside one another, in joins and subqueries
-- expect: served

select id from patrons where lower(mail) = lower(other) order by id;

select a.id, b.id from patrons a join patrons b on lower(a.mail) = lower(b.other) order by a.id, b.id;

-- params: ["CANARY.two@patron.example"]
select s.id, s.mail from (select id, mail from patrons where id < 6) s where lower(s.mail) = lower($1);

-- params: ["CANARY.two@patron.example"]
select u.id from users u where exists (select 1 from patrons p where lower(p.mail) = lower($1) and p.id = u.id);

-- params: ["CANARY.two@patron.example"]
with p as (select * from patrons) select id from p where lower(mail) = lower($1);

select count(*) filter (where lower(mail) = lower(other)) as alike from patrons;
