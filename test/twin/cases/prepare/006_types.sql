-- description: Arguments of every kind are assigned to their parameters as PostgreSQL does
-- expect: served

prepare d (date) as select id, birthday from users where birthday = $1 or birthday is null order by id;

execute d('1990-05-17');

execute d('1990-05-17'::date);

execute d('1990-05-17 10:00'::timestamp);

prepare n (numeric, int) as select id, amount from orders where amount = $1 or id = $2 order by id;

execute n(10, 1);

execute n(10.50, 2.4);

execute n('NaN', 2.6);

execute n(-1, -1);

prepare c as insert into orders (id, user_email, item, amount) values ($1, $2, $3, $4) returning *;

execute c(9001, 'x@example.com', 'a thing', 12.345);

execute c(9002, 17, 18, 12);

deallocate all;
