-- description: MERGE
-- expect: refused

-- refused: 0A000 MERGE
merge into users u using items i on u.id = i.id when matched then update set phone = 'canary-m';

select 1;
