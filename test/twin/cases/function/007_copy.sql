-- description: Functions and groups in COPY of a query
-- expect: served

copy (select id, length(email), left(email, 7), score::text from users order by id) to stdout;

copy (select email || '!' as e, split_part(email, '@', 2) from users where id = 1) to stdout (format csv, header);

copy (select score::text, length(email) from users where id < 3 order by id) to stdout (format binary);

copy (select user_email, count(*) from orders where user_id = 1 group by user_email) to stdout;
