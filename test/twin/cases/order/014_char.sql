-- description: char: every comparison by order, at the edges (B20, C40)
-- expect: served

-- params: ["canary"]
select id from ranks where o_char < $1 order by id;

-- params: ["canary"]
select id from ranks where o_char <= $1 order by id;

-- params: ["canary"]
select id from ranks where o_char > $1 order by id;

-- params: ["canary"]
select id from ranks where o_char >= $1 order by id;

-- params: ["canary"]
select id from ranks where o_char = $1 order by id;

select id from ranks where 'canary' < o_char order by id;

select id from ranks where 'canary' >= o_char and o_char is not null order by id;

-- params: ["can"]
select id from ranks where o_char < $1 order by id;

-- params: ["can"]
select id from ranks where o_char <= $1 order by id;

-- params: ["can"]
select id from ranks where o_char > $1 order by id;

-- params: ["can"]
select id from ranks where o_char >= $1 order by id;

-- params: ["can"]
select id from ranks where o_char = $1 order by id;

select id from ranks where 'can' < o_char order by id;

select id from ranks where 'can' >= o_char and o_char is not null order by id;

-- params: ["canary  "]
select id from ranks where o_char < $1 order by id;

-- params: ["canary  "]
select id from ranks where o_char <= $1 order by id;

-- params: ["canary  "]
select id from ranks where o_char > $1 order by id;

-- params: ["canary  "]
select id from ranks where o_char >= $1 order by id;

-- params: ["canary  "]
select id from ranks where o_char = $1 order by id;

select id from ranks where 'canary  ' < o_char order by id;

select id from ranks where 'canary  ' >= o_char and o_char is not null order by id;

-- params: ["z"]
select id from ranks where o_char < $1 order by id;

-- params: ["z"]
select id from ranks where o_char <= $1 order by id;

-- params: ["z"]
select id from ranks where o_char > $1 order by id;

-- params: ["z"]
select id from ranks where o_char >= $1 order by id;

-- params: ["z"]
select id from ranks where o_char = $1 order by id;

select id from ranks where 'z' < o_char order by id;

select id from ranks where 'z' >= o_char and o_char is not null order by id;

-- params: ["can", "canary"]
select id, o_char from ranks where o_char between $1 and $2 order by id;

-- params: ["canary", "can"]
select id, o_char from ranks where o_char between symmetric $1 and $2 order by id;

-- params: ["can", "canary"]
select id from ranks where o_char not between $1 and $2 order by id;

-- params: ["can", "canary"]
select id from ranks where o_char not between symmetric $1 and $2 order by id;

-- params: [null]
select id from ranks where o_char > $1 order by id;

-- params: ["canary"]
select id from ranks where o_char <> $1 order by id;

-- params: ["canary", "can"]
select id from ranks where o_char in ($1, $2) order by id;

-- params: ["canary"]
select id from ranks where o_char is distinct from $1 order by id;

select a.id, b.id from ranks a join ranks b on a.o_char < b.o_char order by a.id, b.id;

select a.id, b.id from ranks a join ranks b on a.o_char = b.o_char order by a.id, b.id;

select count(o_char) from ranks where not (o_char >= 'canary');
