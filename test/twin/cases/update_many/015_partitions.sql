-- description: Rows in several partitions, and rows that move between them
-- expect: served
-- order: multiset
-- modes: simple text binary batch

update readings set secret = 'canary-parts';

update readings set secret = 'canary-parts-2', level = coalesce(level, 0) + 1 where id > 1 returning *;

update readings set secret = 'canary-moved', region = 'south', id = id + 10 where region = 'north' returning id, region, secret;

update readings_south set secret = 'canary-one-part' where level > 2 returning id, secret;

select id, region, secret, level from readings;
