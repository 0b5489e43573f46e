-- description: set_config and search_path
-- expect: served

select set_config('datestyle', 'German, DMY', false);

select birthday from users where id = 1;

select set_config('timezone', 'Asia/Tokyo', false);

select k_timestamptz from kinds where id = 1;

set search_path = pg_catalog;

-- error: 42P01
select email from users;

select email from public.users where email = 'canary-ada@example.com';
