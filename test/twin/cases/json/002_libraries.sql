-- description: Relations as libraries load them: Prisma, Drizzle, Kysely
-- expect: served

select u.id, u.email, u_orders.data as orders from users u left join lateral (select coalesce(json_agg(json_build_array(o.id, o.user_email, o.amount, o.note, o.placed) order by o.id), '[]'::json) as data from orders o where o.user_id = u.id) u_orders on true order by u.id;

-- params: ["1", "20"]
select o.id, o_user.data as "user" from orders o left join lateral (select json_build_array(ou.email) as data from (select * from users ou where ou.id = o.user_id limit $1) ou) o_user on true order by o.id limit $2;

SELECT "t0"."id", "t0"."email", "User_orders"."__prisma_data__" AS "orders" FROM "public"."users" AS "t0" LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t3"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('id', "t2"."id", 'userId', "t2"."user_id", 'amount', "t2"."amount", 'note', "t2"."note", 'placed', "t2"."placed") AS "__prisma_data__", "t2"."id" FROM (SELECT "t1".* FROM "public"."orders" AS "t1" WHERE "t0"."id" = "t1"."user_id" /* root select */) AS "t2" /* inner select */) AS "t3" ORDER BY "t3"."id" ASC /* middle select */) AS "t4" /* outer select */) AS "User_orders" ON true ORDER BY "t0"."id" ASC;

select id, (select coalesce(json_agg(agg), '[]') from (select item, amount, note from orders where orders.user_id = users.id order by orders.id) as agg) as orders from users order by id;

select item, (select to_json(obj) from (select email, phone from users where users.id = orders.user_id) as obj) as "user" from orders order by id;

select row_to_json(u) from users u order by id;

select json_agg(u order by u.id) from users u;

select jsonb_agg(u.* order by u.id) from users u;

select to_jsonb(m) from members m order by org, role;

select json_build_object('user', u, 'orders', (select json_agg(o order by o.id) from orders o where o.user_id = u.id)) from users u order by u.id;

select row_to_json(row(id, email, birthday)) from users order by id;

select row_to_json(r) from (select id, email as "Mail", 'x' as y from users) r order by r.id;

with agg as (select user_id, jsonb_agg(jsonb_build_object('amount', amount) order by id) as list from orders group by user_id) select u.email, agg.list from users u join agg on agg.user_id = u.id order by u.id;

select row_to_json(o) from users u left join orders o on o.user_id = u.id order by u.id, o.id;
