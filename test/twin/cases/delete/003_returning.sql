-- description: DELETE ... RETURNING
-- expect: served

delete from orders where id = 1 returning *;

delete from members where member = 'canary-member-ann' and org = 2 returning member, badge, level;

-- params: ["canary-member-cat"]
delete from members where member = $1 returning org, member as who;
