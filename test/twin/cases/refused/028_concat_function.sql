-- description: concat() of a sealed column within a subquery is refused: outside it, the value is no longer known
-- expect: refused

-- refused: 0A000 users.email
select * from (select concat(email, 'x') as x from users) s where x <> 'y';
