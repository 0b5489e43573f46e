-- description: Literals of every spelling (B26)
-- expect: served

select id from users where email = E'canary-ada\x40example.com';

select id from users where email = U&'canary-ada\0040example.com';

select id from users where email = U&'canary-ada!0040example.com' uescape '!';

select id from users where email = $$canary-ada@example.com$$;

select id from users where email = $q$canary-o'brien@example.com$q$;

select id from users where email = 'canary-o''brien@example.com';

select id from users where email = 'canary-ada'
  '@example.com';

select id from users where score = +867530901 order by id;
