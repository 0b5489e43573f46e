-- by: github.com/jackc/pgx/v5 v5.10.0, gorm.io/driver/postgres v1.6.3, gorm.io/gorm v1.31.2

-- simple: true
-- ping;

-- simple: true
-- ping;

-- simple: true
select 1;
