-- description: CASE and COALESCE in sealed columns
-- expect: served
-- modes: simple text binary batch

-- params: ["canary-vip", "canary-other"]
update users set phone = case when id < 3 then $1 when id < 5 then $2 else phone end, score = coalesce(null, 3);

update users set (name, phone) = (upper(name), 'canary-tuple'), (score, active) = row (9, false) where id > 5;

select id, name, phone, score, active from users order by id;
