-- description: UPDATE (a, b) = (...) and = ROW(...)
-- expect: served

update users set (email, name) = ('canary-tup@example.com', 'Tup') where id = 1;

update users set (name, phone, score) = row ('Row', 'canary-row', 9) where id = 2;

-- params: ["canary-t3@example.com", "T3"]
update users set (email, name) = ($1, $2) where id = 3 returning email, name;

select id, email, name, phone, score from users where id < 4 order by id;
