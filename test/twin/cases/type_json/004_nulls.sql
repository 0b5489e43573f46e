-- description: json: NULL tests
-- expect: served

select id, k_json is null from kinds order by id;

select count(k_json), count(*) from kinds;
