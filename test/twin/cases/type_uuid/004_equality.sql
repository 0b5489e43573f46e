-- description: uuid: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000a1"]
select id from kinds where k_uuid = $1 order by id;

select id from kinds where k_uuid = 'ca0a51e5-ca0a-4000-8000-0000000000a1' order by id;

-- params: ["CA0A51E5CA0A400080000000000000A1"]
select id from kinds where k_uuid = $1 order by id;

select id from kinds where k_uuid = 'CA0A51E5CA0A400080000000000000A1' order by id;

-- params: ["00000000-0000-0000-0000-000000000000"]
select id from kinds where k_uuid = $1 order by id;

select id from kinds where k_uuid = '00000000-0000-0000-0000-000000000000' order by id;

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000a1", "CA0A51E5CA0A400080000000000000A1"]
select id from kinds where k_uuid in ($1, $2) order by id;

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000a1"]
select id from kinds where k_uuid <> $1 order by id;

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000a1"]
select id from kinds where k_uuid is distinct from $1 order by id;

-- params: ["{\"ca0a51e5-ca0a-4000-8000-0000000000a1\",\"CA0A51E5CA0A400080000000000000A1\",NULL}"]
select id from kinds where k_uuid = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_uuid = b.k_uuid order by 1, 2;
