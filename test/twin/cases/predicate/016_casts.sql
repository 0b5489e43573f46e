-- description: Casts around the other side (B9)
-- expect: served

-- params: ["canary-ada@example.com"]
select id from users where email = $1::text;

select id from users where email = 'canary-ada@example.com'::text;

select id from users where email = cast('canary-ada@example.com' as varchar);

select id from users where birthday = date '1915-12-10' order by id;

select id from users where birthday = '1915-12-10'::date order by id;

-- params: ["867530901"]
select id from users where score = $1::int order by id;

select id from orders where note = 'canary note one'::varchar(40);

select id from orders where note = 'canary note one and more'::varchar(15);
