-- description: Comparison of sealed columns of different groups is refused
-- expect: refused

-- refused: 0A000 members.member
select 1 from users u join members m on u.email = m.member;
