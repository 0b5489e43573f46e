-- description: CipherStash: a timestamp as text ended in a panic
-- expect: served

-- params: ["120", "2024-02-29 12:34:56.789"]
insert into kinds (id, k_timestamp) values ($1, $2) returning k_timestamp;

-- params: ["2024-02-29 12:34:56.789"]
select id from kinds where k_timestamp = $1;
