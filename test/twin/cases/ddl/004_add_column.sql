-- description: ADD COLUMN of a mapped column makes it sealed (C6)
-- expect: served
-- user: postgres
-- cleanup: alter table users drop column if exists nickname

alter table users add column nickname text;

update users set nickname = 'canary-nick' where id = 1 returning nickname;

select id, nickname from users where nickname = 'canary-nick';

select * from users where id = 1;

alter table users drop column nickname;

select * from users where id = 1;
