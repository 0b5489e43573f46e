-- description: count over sealed columns and filters
-- expect: served

select count(email), count(*), count(phone) from users;

select count(email) filter (where active) from users;

select active, count(email) from users group by active order by active;

select count(*) from users where email is not null having count(email) > 0;
