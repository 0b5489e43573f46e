-- description: What is computed of several columns, sealed and plain, in the statement's own list
-- expect: served

select id, concat(email, '-', phone, ' ', name), concat_ws('/', name, email, id), format('%s <%s>', name, email) from users order by id;

select id, email || name as both, name || ':' || phone, phone || id from users order by id;

select id, score + 1, score - 867530900, -score, score * 1, abs(score), score / 2, score % 1000, score + id as s from users order by id;

select id, greatest(score, 867530903), least(score, 867530903, null), coalesce(email, phone, name, 'x'), nullif(name, email) from users order by id;

select id, extract(year from birthday), date_part('month', birthday), extract(dow from birthday), birthday + 1, birthday - '1915-12-10'::date, birthday - id, extract(epoch from birthday), extract(doy from birthday) from users order by id;

select id, amount + 1, round(amount, 1), round(amount), amount * 2, -amount, abs(amount), amount - 0.005 from orders order by id;

select id, lpad(phone, 20, '.'), rpad(name || phone, 22), repeat(left(email, 3), 2), btrim(email, 'cm') from users order by id;

select id, date_trunc('month', k_timestamp), extract(second from k_timestamp), date_part('second', k_timestamp), date_part('epoch', k_timestamptz), extract(milliseconds from k_timestamp) from kinds order by id;

select id, encode(k_bytea, 'hex'), encode(sha256(k_bytea), 'base64') from kinds order by id;

select k_int2 + k_int4::int8, k_int8 - 1, k_float8 * 2, k_int4::numeric + k_numeric from kinds where id in (1, 4, 6) order by id;

select u.email || o.note as x, o.id, u.* from users u join orders o on o.user_id = u.id order by o.id;

insert into users (email, phone, name) values ('canary-new@example.com', 'canary-555-9', 'New') returning concat(email, phone, name), score + 1, email;

delete from users where id = 7 returning name || email, id;

begin;
declare c cursor for select id, concat(name, email) from users order by id;
fetch 2 from c;
commit;

-- error: 22003
select k_int2 + k_int2 from kinds where id = 3;

-- error: 22012
select id, score / 0 from users where id = 1;
