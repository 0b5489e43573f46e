-- description: Each statement of a Query has its own values and results
-- expect: served
-- modes: batch

select email, phone from users where email = 'canary-ada@example.com';

select phone, email from users where email = 'canary-bob@example.com';

select birthday from users where birthday = '1916-11-22';

select amount, note from orders where amount = 86753.09 order by id;
