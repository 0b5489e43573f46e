-- description: ALTER TABLE of plain columns of a mapped table
-- expect: served
-- user: postgres
-- cleanup: alter table members drop column if exists extra

alter table members add column extra int default 7;

insert into members (org, member, extra) values (8, 'canary-ex', 8) returning *;

alter table members drop column extra;

select * from members where org = 8;
