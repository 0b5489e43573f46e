-- description: JOIN ... USING and NATURAL JOIN over sealed columns (C38)
-- expect: served
-- order: multiset

select email, u.name, o.item from users u join (select 1 as one) x on true join users v using (email) left join orders o on o.user_id = u.id;

select * from users u join users v using (email);

select u.*, v.name from users u join users v using (email) where email <> 'x';

select email, u.email as a, v.email as b from users u left join users v using (email, name);

select email, count(*) from users u right join users v using (email) group by email;

select v.name, email from users u right join users v using (email) order by v.name;

select * from orders a natural join orders b;

select a.user_email, note from orders a natural join orders as b where note = 'canary note one';

select user_email, a.id, b.id from orders a inner join orders b using (user_email) where a.id < b.id;

select user_email, a.item, c.id from orders a join orders b using (user_email, item) join orders c using (user_email) order by 3;

select s.email from (select email from users u join users v using (email)) s;

select id, (select max(v.id) from users u join users v using (email) where email = 'canary-ada@example.com') from items;

select email is null, coalesce(email, 'none'), length(email) from users u join users v using (email);

-- params: ["canary-bob@example.com"]
select email, v.phone from users u join users v using (email) where email = $1 and u.id = v.id;

select birthday, score from users a join users b using (birthday, score) group by birthday, score;

select json_agg(email) from (select email from users u join users v using (email) where u.id = 1) s;

prepare using_twin (text) as select email, u.id from users u join users v using (email) where email = $1;

execute using_twin ('canary-bob@example.com');
