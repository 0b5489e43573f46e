-- description: Rows in a list
-- expect: served

select org from members where (org, member) in ((1, 'canary-member-ann'), (2, 'canary-member-cat')) order by org;
