-- by: @mikro-orm/core 6.6.16, @mikro-orm/postgresql 6.6.16, pg 8.23.1

-- simple: true
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values (true, '8675309.75', '1915-12-10', 'canary-ada@example.com', 'canary Zoe', '{"canary":"zoe"}', 'canary-555-0199') on conflict ("email") do update set "name" = excluded."name", "phone" = excluded."phone", "birthday" = excluded."birthday", "balance" = excluded."balance", "notes" = excluded."notes", "active" = excluded."active" returning "id", "role", "logins", "created_at";

-- simple: true
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values (true, '8675309.75', '1915-12-10', 'canary-ada@example.com', 'canary Zoe', '{"canary":"zoe"}', 'canary-555-0199'), (true, '8675309.75', '1915-12-10', 'canary-zoe@example.com', 'canary Zoe', '{"canary":"zoe"}', 'canary-555-0199') on conflict ("email") do update set "name" = excluded."name", "phone" = excluded."phone", "birthday" = excluded."birthday", "balance" = excluded."balance", "notes" = excluded."notes", "active" = excluded."active" returning "id", "role", "logins", "created_at";

-- simple: true
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values (true, '8675309.75', '1915-12-10', 'canary-ada@example.com', 'canary Zoe', '{"canary":"zoe"}', 'canary-555-0199') on conflict ("email") do nothing returning "id", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at";

-- simple: true
select "u0"."id", "u0"."name", "u0"."phone", "u0"."birthday", "u0"."balance", "u0"."notes", "u0"."active", "u0"."role", "u0"."logins", "u0"."created_at" from "users" as "u0" where "u0"."email" = 'canary-ada@example.com' limit 1;

-- simple: true
insert into "users" ("active", "balance", "birthday", "email", "name", "notes", "phone") values (true, '8675309.75', '1915-12-10', 'canary-ada@example.com', 'canary Zoe', '{"canary":"zoe"}', 'canary-555-0199') on conflict ("email") do update set "name" = excluded."name" returning "id", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at";

-- simple: true
insert into "users" ("email", "name") values ('canary-yan@example.com', 'canary Yan') on conflict ("email") do nothing returning "id", "role", "logins", "created_at";
