-- description: Rows in a list are refused (C39)
-- expect: refused

-- refused: 0A000 members.member
select org from members where (org, member) in ((1, 'canary-member-ann'), (2, 'canary-member-cat')) order by org;
