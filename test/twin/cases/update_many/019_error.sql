-- description: An error among the rows takes all of them back
-- expect: served

-- error: 23505
update users set email = 'canary-same@example.com' where id in (1, 2);

-- error: 22001
update users set phone = 'canary-much-longer-than-it-may-be' where id in (1, 2);

-- error: 22P02
update users set score = 'canary' where id in (1, 2);

-- error: 22012
update users set score = 1, name = (id / (id - 2))::text where id < 4;

-- error: 23503
update users set id = id + 100, phone = 'canary-fk' where id < 3;

select id, email, phone, score from users order by id;
