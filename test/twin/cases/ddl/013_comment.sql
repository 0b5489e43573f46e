-- description: COMMENT, ANALYZE, VACUUM, GRANT, LOCK of mapped tables
-- expect: served
-- modes: simple text
-- user: postgres

comment on column users.email is 'new words';

analyze users;

vacuum users;

grant select on users to app;

begin;

lock table users in share mode;

rollback;

truncate tickets;

select count(*) from tickets;
