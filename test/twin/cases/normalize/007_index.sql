-- description: CREATE INDEX on lower(column), and a table made with such a column
-- expect: served
-- user: postgres
-- cleanup: drop table if exists lowered

create table lowered (id int primary key, mail text);

create unique index on lowered (lower(mail));

create index lowered_two on lowered (id, (lower(mail)));

-- params: ["CANARY lowered"]
insert into lowered values (1, $1);

-- error: 23505
-- params: ["canary LOWERED"]
insert into lowered values (2, $1);

-- params: ["canary LOWERED"]
select id, mail from lowered where lower(mail) = lower($1);

select indexname from pg_indexes where tablename = 'lowered' order by 1;

drop table lowered;
