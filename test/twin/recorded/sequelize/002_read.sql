-- by: sequelize 6.37.8, pg 8.23.1

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."id" = 1;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."email" = 'canary-ada@example.com';;

-- simple: true
SELECT "id", "email" AS "mail" FROM "users" AS "User" WHERE "User"."email" = 'canary-bob@example.com';;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."active" = true ORDER BY "User"."id";;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt", logins * 2 AS "twice" FROM "users" AS "User" WHERE "User"."id" = 2;;

-- simple: true
select * from users where email = 'canary-ada@example.com';

-- params: ["canary-ada@example.com"]
-- results: [0]
select * from users where email = $1;
