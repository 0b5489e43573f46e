-- description: Lower cases in INSERT, UPDATE, DELETE and ON CONFLICT; the unique index on lower() holds
-- expect: served
-- order: multiset

-- params: ["CANARY.new@patron.example", "canary Nickname"]
insert into patrons (id, mail, alias) values (20, $1, $2) returning id, mail, alias;

-- params: ["canary.NEW@patron.example"]
select id, mail from patrons where lower(mail) = lower($1);

-- params: ["canary.NEW@patron.example", "canary other"]
insert into patrons (id, mail, other) values (21, $1, $2) on conflict (lower(mail)) do update set other = excluded.other returning id, mail, other;

-- params: ["canary.NEW@patron.example"]
insert into patrons (id, mail) values (21, $1) on conflict ((lower(mail))) do nothing;

-- params: ["canary.moved@patron.example", "CANARY.new@PATRON.example"]
update patrons set mail = $1 where lower(mail) = lower($2) returning id, mail;

-- params: ["CANARY.Moved@patron.example"]
delete from patrons where mail ilike $1 returning id, mail;

-- error: 23505
-- params: ["CANARY.two@PATRON.example"]
insert into patrons (id, mail) values (22, $1);

select id from patrons order by id;
