-- description: Parameters in several places and types
-- expect: served
-- order: multiset

-- params: ["canary-p", "3", "Ada"]
update users set phone = $1, name = $3 where id = $2 or id > $2 or name = $3 returning id, $2::int as p, $3 as q, phone;

-- params: ["canary-p2", "2"]
-- oids: [0, 20]
update users set phone = $1 where id > $2 and id - $2 < 100 returning id, phone;

-- params: ["2", "canary-p3"]
update users set score = $1, phone = $2, name = $1::text where id > $1 returning id, score, phone, name;
