-- description: The optional filter with literals, as drivers write it that fill parameters into the text
-- expect: served

select id from users where 'canary-ada@example.com' is null or email = 'canary-ada@example.com' order by id;

select id from users where null is null or email = null order by id;

select count(*) from users where '' is null or email = null;

select id from users where '867530901'::int4 is not null and score = '867530901'::int4 order by id;
