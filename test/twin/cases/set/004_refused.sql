-- description: What set operations cannot tell apart is refused by name
-- expect: refused

-- refused: 0A000 users.phone
select phone from users union select phone from users;

-- refused: 0A000 orders.note
select email from users union select note from orders;

-- refused: 0A000 index groups
select email from users union select member from members;

-- refused: 0A000 users.email
select email from users union select name from users;

-- refused: 0A000 users.email
select email from users except select label from items;

-- refused: 0A000 kinds.k_json
select k_json from kinds union select k_json from kinds;

-- refused: 0A000 users.email
select email from users union all select user_email from orders order by email;

-- refused: 0A000 ORDER BY of a set operation
select o_int4 from ranks union all select o_int4 from ranks order by o_int4 + 1;

-- refused: 0A000 constant without a type
select email, 'x' from users except select user_email, item from orders;

-- refused: 0A000 users.email
select email from users union values ('canary-values@example.com');

select 1;
