-- by: typeorm 1.1.1, pg 8.23.1

-- simple: true
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" ORDER BY "User"."id" ASC;

-- params: ["1"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."id" = $1)) LIMIT 1;

-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."email" = $1)) LIMIT 1;

-- params: ["canary-bob@example.com"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email" FROM "users" "User" WHERE (("User"."email" = $1));

-- params: ["true"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."active" = $1));

-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT 1 AS "row_exists" FROM (SELECT 1 AS dummy_column) "dummy_table" WHERE EXISTS (SELECT 1 FROM "users" "User" WHERE (("User"."email" = $1))) LIMIT 1;

-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT "u"."id" AS "u_id", "u"."email" AS "u_email", "u"."name" AS "u_name", "u"."phone" AS "u_phone", "u"."birthday" AS "u_birthday", "u"."balance" AS "u_balance", "u"."notes" AS "u_notes", "u"."active" AS "u_active", "u"."role" AS "u_role", "u"."logins" AS "u_logins", "u"."created_at" AS "u_created_at" FROM "users" "u" WHERE "u"."email" = $1;

-- params: ["2"]
-- results: [0]
SELECT "u"."email" AS "mail", "u"."birthday" AS "u_birthday" FROM "users" "u" WHERE "u"."id" = $1;

-- params: ["canary-cyd@example.com"]
-- results: [0]
select * from users where email = $1;
