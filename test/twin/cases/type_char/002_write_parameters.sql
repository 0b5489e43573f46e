-- description: char(8): what is written by parameter comes back as from the plain column
-- expect: served

-- params: ["100", "canary"]
insert into kinds (id, k_char) values ($1, $2) returning k_char;

-- params: ["101", "canary  "]
insert into kinds (id, k_char) values ($1, $2) returning k_char;

-- params: ["102", "canary     "]
insert into kinds (id, k_char) values ($1, $2) returning k_char;

-- params: ["103", ""]
insert into kinds (id, k_char) values ($1, $2) returning k_char;

-- params: ["104", "c"]
insert into kinds (id, k_char) values ($1, $2) returning k_char;

-- params: ["105", "☃𝄞 canar"]
insert into kinds (id, k_char) values ($1, $2) returning k_char;

-- params: [null]
insert into kinds (id, k_char) values (150, $1) returning k_char;

select id, k_char from kinds where id >= 100 order by id;
