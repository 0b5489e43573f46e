-- by: github.com/jackc/pgx/v5 v5.10.0, gorm.io/driver/postgres v1.6.3, gorm.io/gorm v1.31.2

-- params: [{"hex":"00000001"}, {"hex":"0000000000000001"}]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
SELECT * FROM "users" WHERE "users"."id" = $1 ORDER BY "users"."id" LIMIT $2;

-- simple: true
begin;

-- params: ["canary-ada@example.com", "canary Ada II", "canary-555-0101", {"hex":"ffff8811"}, "8675309.10", "{\"n\": 1, \"canary\": \"ada\"}", {"hex":"01"}, "admin", {"hex":"00000007"}, {"hex":"0002b0ec8515f340"}, {"hex":"00000001"}]
UPDATE "users" SET "email"=$1,"name"=$2,"phone"=$3,"birthday"=$4,"balance"=$5,"notes"=$6,"active"=$7,"role"=$8,"logins"=$9,"created_at"=$10 WHERE "id" = $11;

-- simple: true
commit;

-- simple: true
begin;

-- params: ["8675309.11", {"hex":"00000001"}]
UPDATE "users" SET "balance"=$1 WHERE "id" = $2;

-- simple: true
commit;

-- simple: true
begin;

-- params: ["canary-555-0300", {"hex":"00"}, {"hex":"00000001"}]
UPDATE "users" SET "phone"=$1,"active"=$2 WHERE "id" = $3;

-- simple: true
commit;

-- simple: true
begin;

-- params: ["{\"canary\": \"new\"}", null, "canary-bob@example.com"]
UPDATE "users" SET "notes"=$1,"phone"=$2 WHERE email = $3;

-- simple: true
commit;

-- simple: true
begin;

-- params: [{"hex":"00000001"}, "canary-ada@example.com"]
UPDATE "users" SET "logins"=logins + $1 WHERE email = $2;

-- simple: true
commit;

-- simple: true
begin;

-- params: [{"hex":"00"}, "editor"]
-- results: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
UPDATE "users" SET "active"=$1 WHERE role = $2 RETURNING *;

-- simple: true
commit;

-- simple: true
begin;

-- params: ["86753091.50"]
DELETE FROM "orders" WHERE total = $1;

-- simple: true
commit;

-- simple: true
begin;

-- params: ["canary-eve@example.com", "canary-nobody@example.com"]
DELETE FROM "users" WHERE email IN ($1,$2);

-- simple: true
commit;

-- simple: true
begin;

-- params: [{"hex":"00000001"}]
DELETE FROM "orders" WHERE "orders"."id" = $1;

-- simple: true
commit;
