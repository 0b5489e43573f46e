-- description: Locking clauses
-- expect: served

begin;

select id, email from users where id = 1 for update;

select email from users where email = 'canary-bob@example.com' for no key update of users;

select email from users order by id for share skip locked;

commit;
