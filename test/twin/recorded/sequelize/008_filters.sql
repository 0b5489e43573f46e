-- by: sequelize 6.37.8, pg 8.23.1

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."active" = true AND "User"."email" != 'canary-ada@example.com' ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE ("User"."name" = 'canary Bob' OR "User"."phone" IS NULL) ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."email" IN ('canary-ada@example.com', 'canary-cyd@example.com') ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."email" NOT IN ('canary-ada@example.com') ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE ("User"."phone" IS NOT NULL AND "User"."phone" != '') ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."active" IS true ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."active" IS NOT true ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."balance" = 8675309.1 AND "User"."birthday" = '1915-12-10' ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."email" = ANY (ARRAY['canary-ada@example.com','canary-bob@example.com']) ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."email" IN (NULL) ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."email" LIKE 'canary-a%' ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."email" ILIKE '%ADA%' ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE "User"."birthday" BETWEEN '1916-01-01' AND '1917-12-31' ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE ("User"."balance" >= 0 AND "User"."balance" <= 8675309.15) ORDER BY "User"."id" ASC;;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE lower("email") = 'canary-ada@example.com';;

-- simple: true
SELECT "id", "email", "name", "phone", "birthday", "balance", "notes", "active", "role", "logins", "created_at" AS "createdAt" FROM "users" AS "User" WHERE CAST(("User"."notes"#>>'{n}') AS DOUBLE PRECISION) = 1;;
