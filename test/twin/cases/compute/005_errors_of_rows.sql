-- description: Errors of values that are computed of the row
-- expect: served
-- modes: simple

-- error: 22003
update users set score = 2147483647 + score where id = 1;

-- error: 22012
update users set score = score / 0 where id < 3;

-- error: 23505
update users set email = lower(email) where id in (1, 8);

-- error: 22001
update users set phone = phone || 'x12345678901234567890' where id = 1;

select id, score, phone from users order by id;
