-- description: UPDATE ... RETURNING of what was and was not set
-- expect: served
-- order: multiset

update users set name = 'R' where id = 1 returning *;

update users set email = 'canary-r@example.com' where id = 2 returning email, phone, birthday, notes, score;

update users set email = 'canary-nobody@example.com' where id = 999 returning email;

update orders set placed = '2024-12-24' where user_email = 'canary-ada@example.com' returning id, user_email, amount;
