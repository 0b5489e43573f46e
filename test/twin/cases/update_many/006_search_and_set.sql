-- description: A value that is searched and set
-- expect: served
-- order: multiset
-- modes: simple text binary batch

-- params: ["canary-ada@example.com", "CANARY-ADA@example.com"]
update users set phone = 'canary-found' where email = $1 or email = $2 returning id;

-- params: ["canary-ada@example.com"]
update orders set user_email = $1, note = $1 where user_email = $1 or item = 'cup' returning id, user_email, note;

update users set score = 867530902 where score = 867530901 or birthday = '1915-12-10';

select id, score from users order by id;
