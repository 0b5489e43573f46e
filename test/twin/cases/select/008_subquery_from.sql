-- description: Subqueries in FROM
-- expect: served

select s.email, s.n from (select email, name as n from users where active) s order by s.n;

select x.e from (select email as e, id from users where email <> 'canary-ada@example.com' offset 0) as x (e, i) order by x.i;

select y.b from (select a.email, a.id from users a) y (b, c) where y.b = 'canary-bob@example.com';

select max(z.id) from (select * from users) z where z.email is not null;
