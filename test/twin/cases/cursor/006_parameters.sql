-- description: DECLARE with parameters
-- expect: served
-- modes: text binary

begin;

-- params: ["canary-ann@example.com", "2"]
declare c cursor for select id, email from users where email = $1 or id = $2 order by id;

fetch all from c;

rollback;
