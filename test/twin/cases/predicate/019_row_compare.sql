-- description: Row comparison
-- expect: served

select id from users where (id, email) = (1, 'canary-ada@example.com');
