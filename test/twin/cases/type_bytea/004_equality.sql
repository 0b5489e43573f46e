-- description: bytea: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["\\x63616e61727900ff"]
select id from kinds where k_bytea = $1 order by id;

select id from kinds where k_bytea = '\x63616e61727900ff' order by id;

-- params: [""]
select id from kinds where k_bytea = $1 order by id;

select id from kinds where k_bytea = '' order by id;

-- params: ["\\x00"]
select id from kinds where k_bytea = $1 order by id;

select id from kinds where k_bytea = '\x00' order by id;

-- params: ["\\x63616e61727900ff", ""]
select id from kinds where k_bytea in ($1, $2) order by id;

-- params: ["\\x63616e61727900ff"]
select id from kinds where k_bytea <> $1 order by id;

-- params: ["\\x63616e61727900ff"]
select id from kinds where k_bytea is distinct from $1 order by id;

-- params: ["{\"\\\\x63616e61727900ff\",\"\",NULL}"]
select id from kinds where k_bytea = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_bytea = b.k_bytea order by 1, 2;
