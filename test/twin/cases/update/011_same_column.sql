-- description: SET col = col keeps the stored value
-- expect: served

update users set email = email, name = 'Same' where id = 1 returning email;

select email from users where email = 'canary-ada@example.com';
