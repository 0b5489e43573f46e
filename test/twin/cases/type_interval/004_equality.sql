-- description: interval: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["1 mon"]
select id from kinds where k_interval = $1 order by id;

select id from kinds where k_interval = '1 mon' order by id;

-- params: ["30 days"]
select id from kinds where k_interval = $1 order by id;

select id from kinds where k_interval = '30 days' order by id;

-- params: ["720 hours"]
select id from kinds where k_interval = $1 order by id;

select id from kinds where k_interval = '720 hours' order by id;

-- params: ["0"]
select id from kinds where k_interval = $1 order by id;

select id from kinds where k_interval = '0' order by id;

-- params: ["1 mon", "30 days"]
select id from kinds where k_interval in ($1, $2) order by id;

-- params: ["1 mon"]
select id from kinds where k_interval <> $1 order by id;

-- params: ["1 mon"]
select id from kinds where k_interval is distinct from $1 order by id;

-- params: ["{\"1 mon\",\"30 days\",NULL}"]
select id from kinds where k_interval = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_interval = b.k_interval order by 1, 2;
