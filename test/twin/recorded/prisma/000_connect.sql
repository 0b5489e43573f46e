-- by: @prisma/client 7.10.0, @prisma/adapter-pg 7.10.1, pg 8.23.1

-- simple: true
select 1;
