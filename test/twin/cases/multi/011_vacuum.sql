-- description: VACUUM among statements on sealed columns fails before it runs (25001), wherever it stands
-- expect: served
-- modes: batch

-- error: 25001
vacuum items;

select id, email from users order by id;
