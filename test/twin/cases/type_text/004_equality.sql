-- description: text: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["canary text"]
select id from kinds where k_text = $1 order by id;

select id from kinds where k_text = 'canary text' order by id;

-- params: [""]
select id from kinds where k_text = $1 order by id;

select id from kinds where k_text = '' order by id;

-- params: ["CANARY"]
select id from kinds where k_text = $1 order by id;

select id from kinds where k_text = 'CANARY' order by id;

-- params: ["canary text", ""]
select id from kinds where k_text in ($1, $2) order by id;

-- params: ["canary text"]
select id from kinds where k_text <> $1 order by id;

-- params: ["canary text"]
select id from kinds where k_text is distinct from $1 order by id;

-- params: ["{\"canary text\",\"\",NULL}"]
select id from kinds where k_text = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_text = b.k_text order by 1, 2;
