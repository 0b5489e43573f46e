-- by: typeorm 1.1.1, pg 8.23.1

-- params: ["true", "canary-ada@example.com"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."active" = $1) AND ("User"."email" != $2)) ORDER BY "User"."id" ASC;

-- params: ["canary Bob"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (((("User"."name" = $1))) OR ((("User"."phone" IS NULL)))) ORDER BY "User"."id" ASC;

-- params: ["canary-ada@example.com", "canary-cyd@example.com"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."email" IN ($1, $2))) ORDER BY "User"."id" ASC;

-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE ((NOT("User"."email" IN ($1)))) ORDER BY "User"."id" ASC;

-- params: ["canary Ada"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE ((NOT("User"."phone" IS NULL)) AND ("User"."name" = $1)) ORDER BY "User"."id" ASC;

-- params: ["{\"canary-ada@example.com\",\"canary-bob@example.com\"}"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."email" = ANY($1))) ORDER BY "User"."id" ASC;

-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."email" = $1));

-- params: ["8675309.1", "reader"]
-- results: [0]
SELECT "u"."id" AS "u_id", "u"."email" AS "u_email", "u"."name" AS "u_name", "u"."phone" AS "u_phone", "u"."birthday" AS "u_birthday", "u"."balance" AS "u_balance", "u"."notes" AS "u_notes", "u"."active" AS "u_active", "u"."role" AS "u_role", "u"."logins" AS "u_logins", "u"."created_at" AS "u_created_at" FROM "users" "u" WHERE "u"."balance" = $1 AND ("u"."active" = true OR "u"."role" = $2) ORDER BY "u"."id" ASC;

-- params: ["canary-ada@example.com"]
-- results: [0]
SELECT "u"."id" AS "u_id", "u"."email" AS "u_email", "u"."name" AS "u_name", "u"."phone" AS "u_phone", "u"."birthday" AS "u_birthday", "u"."balance" AS "u_balance", "u"."notes" AS "u_notes", "u"."active" AS "u_active", "u"."role" AS "u_role", "u"."logins" AS "u_logins", "u"."created_at" AS "u_created_at" FROM "users" "u" WHERE ($1::text is null or "u"."email" = $1);

-- params: ["canary-ada@example.com", "canary-bob@example.com"]
-- results: [0]
SELECT "u"."id" AS "u_id", "u"."email" AS "u_email", "u"."name" AS "u_name", "u"."phone" AS "u_phone", "u"."birthday" AS "u_birthday", "u"."balance" AS "u_balance", "u"."notes" AS "u_notes", "u"."active" AS "u_active", "u"."role" AS "u_role", "u"."logins" AS "u_logins", "u"."created_at" AS "u_created_at" FROM "users" "u" WHERE "u"."email" IN ($1, $2) ORDER BY "u"."id" ASC;

-- params: ["canary-a%"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."email" LIKE $1)) ORDER BY "User"."id" ASC;

-- params: ["%ADA%"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."email" ILIKE $1)) ORDER BY "User"."id" ASC;

-- params: ["1916-01-01", "1917-12-31"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."birthday" BETWEEN $1 AND $2)) ORDER BY "User"."id" ASC;

-- params: ["0"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."balance" >= $1)) ORDER BY "User"."id" ASC;

-- params: ["8675309.15", "1917-01-01"]
-- results: [0]
SELECT "User"."id" AS "User_id", "User"."email" AS "User_email", "User"."name" AS "User_name", "User"."phone" AS "User_phone", "User"."birthday" AS "User_birthday", "User"."balance" AS "User_balance", "User"."notes" AS "User_notes", "User"."active" AS "User_active", "User"."role" AS "User_role", "User"."logins" AS "User_logins", "User"."created_at" AS "User_created_at" FROM "users" "User" WHERE (("User"."balance" <= $1) AND ("User"."birthday" < $2)) ORDER BY "User"."id" ASC;

-- params: ["CANARY-ADA@example.com"]
-- results: [0]
SELECT "u"."id" AS "u_id", "u"."email" AS "u_email", "u"."name" AS "u_name", "u"."phone" AS "u_phone", "u"."birthday" AS "u_birthday", "u"."balance" AS "u_balance", "u"."notes" AS "u_notes", "u"."active" AS "u_active", "u"."role" AS "u_role", "u"."logins" AS "u_logins", "u"."created_at" AS "u_created_at" FROM "users" "u" WHERE LOWER("u"."email") = LOWER($1);
