-- description: <>, IN, ANY, IS DISTINCT FROM, CASE and rows of lower(column)
-- expect: served

-- params: ["Canary.TWO@patron.example"]
select id from patrons where lower(mail) <> lower($1) order by id;

-- params: ["Canary.TWO@patron.example"]
select id from patrons where not (lower(mail) = lower($1)) order by id;

-- params: ["Canary.TWO@patron.example", "canary.one@patron.example"]
select id from patrons where lower(mail) in (lower($1), $2, lower('')) order by id;

-- params: ["Canary.TWO@patron.example"]
select id from patrons where lower(mail) not in (lower($1), 'canary') order by id;

-- params: ["{canary.two@patron.example,NULL,Canary.One@Patron.example,\"\"}"]
select id from patrons where lower(mail) = any ($1) order by id;

-- params: ["Canary.TWO@patron.example"]
select id from patrons where lower(mail) = any (array[lower($1), 'canary.one@patron.example']) order by id;

-- params: ["Canary.TWO@patron.example"]
select id from patrons where lower(mail) is distinct from lower($1) order by id;

-- params: ["Canary.TWO@patron.example"]
select id, case lower(mail) when lower($1) then 'this' else 'other' end as which from patrons order by id;

-- params: ["Canary.TWO@patron.example", "CANARY ALIAS"]
select id from patrons where (lower(mail), lower(alias)) = (lower($1), lower($2)) order by id;

-- params: ["Canary.TWO@patron.example"]
select count(*) from patrons where lower(mail) = lower($1) or mail is null;
