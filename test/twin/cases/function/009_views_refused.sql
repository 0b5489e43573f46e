-- description: A stored view computes nothing of a sealed column
-- expect: refused
-- user: postgres

-- refused: 0A000 users.email
create view w as select length(email) from users;

-- refused: 0A000 users
create table w as select length(email) from users;

-- refused: 0A000 users
create materialized view w as select left(email, 3) from users;

-- refused: 0A000 SELECT INTO
select length(email) into w from users;

select 1;
