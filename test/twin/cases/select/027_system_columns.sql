-- description: System columns and origins
-- expect: served

select tableoid::regclass::text, email from users order by id;

select ctid is not null, xmin is null, email from users where id = 1;
