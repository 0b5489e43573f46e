-- description: numeric(20,4): what PostgreSQL refuses gets its SQLSTATE
-- expect: served

-- params: ["99999999999999999"]
-- error: 22003
insert into kinds (id, k_numeric) values (300, $1);

-- error: 22003
insert into kinds (id, k_numeric) values (300, '99999999999999999');

-- params: ["1.5x"]
-- error: 22P02
insert into kinds (id, k_numeric) values (300, $1);

-- error: 22P02
insert into kinds (id, k_numeric) values (300, '1.5x');

-- params: ["Infinity"]
-- error: 22003
insert into kinds (id, k_numeric) values (300, $1);

-- error: 22003
insert into kinds (id, k_numeric) values (300, 'Infinity');

select count(*) from kinds where id = 300;
