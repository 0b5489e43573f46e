-- description: DISTINCT over plain columns of a mapped table
-- expect: served

select distinct active from users order by active;

select distinct on (active) active, id from users where email is not null order by active, id;
