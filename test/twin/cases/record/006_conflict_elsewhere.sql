-- description: ON CONFLICT on another key may meet another row
-- expect: refused
-- modes: simple text binary

-- refused: 0A000 ON CONFLICT DO UPDATE may meet a row of another record
insert into accounts (owner, phone) values ('canary-owner-one', 'canary-7') on conflict (owner) do update set phone = excluded.phone;

insert into accounts (owner, note) values ('canary-owner-one', 'new') on conflict (owner) do update set note = excluded.note;

select id, owner, phone, note from accounts order by id;
