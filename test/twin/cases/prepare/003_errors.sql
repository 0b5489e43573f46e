-- description: Errors of PREPARE and EXECUTE: duplicate, missing, arguments, types
-- expect: served
-- modes: simple

prepare p (text, int) as select id from users where email = $1 and id = $2;

-- error: 42P05
prepare p as select phone from users;

execute p('ann@example.com', 1);

-- error: 42601
execute p('ann@example.com');

-- error: 42601
execute p('ann@example.com', 1, 2);

-- error: 42804
execute p('ann@example.com', true);

-- error: 22P02
execute p('ann@example.com', 'x');

-- error: 26000
execute missing(1);

-- error: 42P02
execute p('ann@example.com', $1);

deallocate p;

-- error: 26000
deallocate p;

-- error: 26000
execute p('ann@example.com', 1);

-- error: 22007
prepare p as select id from users where birthday = 'no date';

-- error: 26000
execute p;
