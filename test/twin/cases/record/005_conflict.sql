-- description: ON CONFLICT on the record
-- expect: served
-- modes: simple text binary

insert into visits (site, no, guest) values ('main/hall', 1, 'canary-rec-1') on conflict (no, site) do update set guest = excluded.guest returning guest;

insert into visits (site, no, guest) values ('x%{y}', 7, 'canary-rec-2') on conflict on constraint visits_pkey do update set guest = 'canary-rec-3', paid = 86753.03;

insert into visits (site, no, guest) values ('main/hall', 1, 'canary-rec-4') on conflict do nothing;

select site, no, guest, paid from visits order by site, no;
