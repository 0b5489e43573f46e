-- description: MERGE by a term within a transaction block, twice, and undone to a savepoint
-- expect: served
-- since: 15

begin;

-- params: ["canary-ada@example.com", "one"]
merge into orders o using users u on u.id = o.user_id and u.email = $1 when matched then update set item = $2;

savepoint s;

-- params: ["canary-bob@example.com"]
merge into orders o using users u on u.id = o.user_id and u.email = $1 when matched then delete;

select id, item from orders order by id;

rollback to s;

select id, item, user_email from orders order by id;

rollback;

select id, item from orders order by id;
