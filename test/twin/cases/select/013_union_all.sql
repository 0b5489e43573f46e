-- description: UNION ALL of sealed columns of one group and type
-- expect: served
-- modes: simple text binary batch

select email from users where id = 1 union all select email from users where id = 2;

(select id, email from users where id < 3) union all (select id, email from users where id = 4) order by id;

select e from (select id, email as e from users union all select id, email from users) x where id = 1;
