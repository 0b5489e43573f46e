-- description: A VALUES list in FROM
-- expect: served
-- modes: simple text binary

insert into accounts (owner, note) select p0::text, p1 from (values ('canary-rec-1', 'n1', 0), ('canary-rec-2', 'n2', 1)) as imp_sen(p0, p1, sen_counter) order by sen_counter returning id;

-- params: ["canary-rec-3", "90", "canary-rec-4", "91"]
insert into visits (guest, no) select p0::varchar, p1::int from (values ($1::varchar, $2::int, 0), ($3::varchar, $4, 1)) as v(p0, p1, n) order by n;

select id, owner from accounts order by id;

select no, guest from visits order by no;
