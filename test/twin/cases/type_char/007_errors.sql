-- description: char(8): what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["canary ab"]
-- error: 22001
insert into kinds (id, k_char) values (300, $1);

-- error: 22001
insert into kinds (id, k_char) values (300, 'canary ab');

select count(*) from kinds where id = 300;
