-- description: A sealed boolean as a condition: true, false and NULL each decide as on a plain column
-- expect: served

select id from kinds where k_bool order by id;

select id from kinds where not k_bool order by id;

select id from kinds where k_bool is true order by id;

select id from kinds where k_bool is not true order by id;

select id from kinds where "kinds"."k_bool" is false order by id;

select id from kinds k where k.k_bool is not false order by id;

select id from kinds where (k_bool) is unknown order by id;

select id from kinds where k_bool and not (k_bool or id < 2) order by id;

-- params: ["1", "canary"]
select id from kinds where id > $1 and (k_bool or k_text = $2) and k_bool is not null order by id;

select id, case when k_bool then 'yes' when not k_bool then 'no' else 'unknown' end as said from kinds order by id;

select id, not k_bool as turned, k_bool is true as sure, k_bool from kinds order by id;

select count(*) filter (where k_bool), count(*) filter (where not k_bool) from kinds;

select tag is null as untagged, count(*) from kinds where k_bool group by 1 order by 1;

select a.id, b.id from kinds a join kinds b on a.k_bool and b.id = a.id + 1 order by 1, 2;

select id from (select id, k_bool as on_ from kinds) s where on_ order by id;

with t as (select id, k_bool from kinds) select id from t where not t.k_bool order by id;

select k_bool, count(*) from kinds group by k_bool having k_bool;

update kinds set tag = 'on' where k_bool;

select id, tag from kinds where tag = 'on' order by id;

update kinds set k_text = case when k_bool then 'canary on' else 'canary off' end where id = 1 returning id, k_text;

delete from kinds where not k_bool;

select id from kinds order by id;
