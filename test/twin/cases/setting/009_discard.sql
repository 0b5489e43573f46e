-- description: DISCARD ALL and DEALLOCATE ALL
-- expect: served

set datestyle = 'German';

discard all;

select birthday from users where id = 1;

deallocate all;

select email from users where email = 'canary-ada@example.com';
