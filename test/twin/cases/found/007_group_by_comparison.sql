-- description: found by the generator's authors: a comparison in the select list that stands under GROUP BY too
-- expect: served

insert into things (id, s_text, s_int4, o_date) values
  (1, 'canary a', 867530901, '1915-12-10'), (2, 'canary b', 1, '2000-01-01'), (3, null, null, null), (4, '', 1, null);

select s_text = 'canary a' as k, count(*) from things group by s_text = 'canary a' order by 2, 1;

select s_text = 'canary a' as k, s_text = '' as l, count(*) from things group by s_text = 'canary a', s_text = '' order by 3, 1, 2;

select case when o_date > '1999-01-01' then 'new' else 'old' end, count(*) from things
  group by case when o_date > '1999-01-01' then 'new' else 'old' end order by 1;

-- params: ["canary a"]
select s_text = $1, count(*) from things group by s_text = $1 order by 2, 1;

select distinct s_int4 = 1 from things order by s_int4 = 1;

select s_int4 in (1, 2), max(id) from things group by s_int4 in (1, 2) order by 2;
