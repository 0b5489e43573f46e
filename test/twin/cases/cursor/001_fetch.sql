-- description: DECLARE, FETCH in every direction and count, MOVE, CLOSE
-- expect: served
-- modes: simple text binary

begin;

declare c scroll cursor for select id, email, birthday, notes, name from users order by id;

fetch c;

fetch next from c;

fetch 2 from c;

fetch prior in c;

fetch first c;

fetch last from c;

fetch absolute 2 from c;

fetch absolute -1 from c;

fetch relative -1 from c;

fetch relative 0 from c;

fetch 0 from c;

move first from c;

fetch forward 2 from c;

fetch backward all from c;

fetch all from c;

fetch forward all from c;

move backward all in c;

fetch forward c;

fetch -1 from c;

close c;

-- error: 34000
fetch c;

rollback;
