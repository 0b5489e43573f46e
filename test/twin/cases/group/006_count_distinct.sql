-- description: count(DISTINCT sealed), with FILTER and in grouped queries
-- expect: served

select count(distinct user_email) from orders;

select count(distinct (user_email)), count(distinct amount), count(distinct note) from orders;

select item, count(distinct user_email), count(user_email) filter (where amount is not null) from orders group by item order by item;

select count(distinct user_email) filter (where item = 'ink') from orders;

select count(distinct user_email) filter (where user_email <> 'canary-ada@example.com') from orders;

select count(distinct k_float8), count(distinct k_numeric), count(distinct k_free), count(distinct k_char),
  count(distinct k_jsonb), count(distinct k_interval), count(distinct k_bytea), count(distinct k_uuid) from kinds;

select count(all user_email) from orders;
