-- description: text: what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "canary one"]
insert into kinds (id, k_text) values ($1, $2) returning k_text;

-- params: ["101", ""]
insert into kinds (id, k_text) values ($1, $2) returning k_text;

-- params: ["102", "  canary  spaced "]
insert into kinds (id, k_text) values ($1, $2) returning k_text;

-- params: ["103", "canary\nnew\tline"]
insert into kinds (id, k_text) values ($1, $2) returning k_text;

-- params: ["104", "canary ünï☃𝄞"]
insert into kinds (id, k_text) values ($1, $2) returning k_text;

-- params: ["105", "it's \\ canary"]
insert into kinds (id, k_text) values ($1, $2) returning k_text;

-- params: [null]
insert into kinds (id, k_text) values (150, $1) returning k_text;

select id, k_text from kinds where id >= 100 order by id;
