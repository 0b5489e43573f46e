-- description: varchar(12): what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["canary too long"]
-- error: 22001
insert into kinds (id, k_varchar) values (300, $1);

-- error: 22001
insert into kinds (id, k_varchar) values (300, 'canary too long');

-- params: ["canary ☃𝄞☃𝄞☃𝄞x"]
-- error: 22001
insert into kinds (id, k_varchar) values (300, $1);

-- error: 22001
insert into kinds (id, k_varchar) values (300, 'canary ☃𝄞☃𝄞☃𝄞x');

select count(*) from kinds where id = 300;
