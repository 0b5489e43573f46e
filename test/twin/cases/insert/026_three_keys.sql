-- description: A row whose columns are under two named keys
-- expect: served
-- modes: simple text binary batch

insert into vault (id, a, b, c, d, plain) values (10, 'canary a', 'canary b', 'canary c', 1.5, 'p'), (11, 'canary a', 'canary b', 'canary c', 1.5, 'p');

-- params: ["12", "canary a", "canary b", "canary c", "-0.01", "p"]
insert into vault values ($1, $2, $3, $4, $5, $6) returning *;

select * from vault order by id;
