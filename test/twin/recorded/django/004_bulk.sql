-- by: Django 5.2.19, psycopg 3.3.9

-- simple: true
BEGIN;

-- simple: true
INSERT INTO "users" ("email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at") SELECT * FROM UNNEST(('{canary-zoe@example.com,canary-yan@example.com,canary-wim@example.com}')::text[], ('{"canary Zoe","canary Yan","canary Wim"}')::varchar[], ('{canary-555-0199,NULL,NULL}')::varchar[], ('{1915-12-10,NULL,NULL}'::date[])::date[], ('{8675309.75,NULL,NULL}'::numeric[])::numeric[], ( E'{"{\\"canary\\": \\"zoe\\"}",NULL,NULL}'::jsonb[])::jsonb[], ('{t,NULL,NULL}'::bool[])::boolean[], ('{reader,reader,reader}')::text[], ('{0,0,0}'::int4[])::integer[], ('{"2024-01-02 03:04:05+00:00","2024-01-02 03:04:05+00:00","2024-01-02 03:04:05+00:00"}'::timestamptz[])::timestamp with time zone[]) RETURNING "users"."id";

-- simple: true
COMMIT;

-- simple: true
BEGIN;

-- simple: true
INSERT INTO "orders" ("user_id", "number", "status", "total", "address", "placed") SELECT * FROM UNNEST(('{1,1,1}'::int2[])::integer[], ('{N-0,N-1,N-2}')::text[], ('{new,new,new}')::text[], ('{86753.09,86753.09,86753.09}'::numeric[])::numeric[], ('{"canary street 0","canary street 1","canary street 2"}')::text[], ('{2024-05-06,2024-05-06,2024-05-06}'::date[])::date[]) RETURNING "orders"."id";

-- simple: true
INSERT INTO "orders" ("user_id", "number", "status", "total", "address", "placed") SELECT * FROM UNNEST(('{1,1}'::int2[])::integer[], ('{N-3,N-4}')::text[], ('{new,new}')::text[], ('{86753.09,86753.09}'::numeric[])::numeric[], ('{"canary street 3","canary street 4"}')::text[], ('{2024-05-06,2024-05-06}'::date[])::date[]) RETURNING "orders"."id";

-- simple: true
COMMIT;
