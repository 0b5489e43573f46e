-- description: ILIKE and LIKE without wildcards ask for equality
-- expect: served

-- params: ["CANARY.one@PATRON.example"]
select id, mail from patrons where mail ilike $1;

select id from patrons where mail ilike 'CANARY.one@PATRON.example';

-- params: ["CANARY.one@PATRON.example"]
select id from patrons where mail ~~* $1;

-- params: ["CANARY.one@PATRON.example"]
select id from patrons where mail not ilike $1 order by id;

-- params: ["CANARY.one@PATRON.example"]
select id from patrons where (mail) not ilike ($1) order by id;

-- params: ["CANARY.one@PATRON.example"]
select id from patrons where mail !~~* $1 order by id;

-- params: ["canary\\%WITH\\_wild\\\\cards"]
select id from patrons where mail ilike $1;

-- params: ["\\c\\A\\nary.two@patron.example"]
select id from patrons where mail ilike $1;

-- params: ["CANARY.élan@patron.example"]
select id from patrons where mail ilike $1;

-- params: [null]
select id from patrons where mail ilike $1;

-- params: [""]
select id from patrons where mail ilike $1;

-- params: ["Canary.One@Patron.example"]
select id from patrons where mail like $1;

-- params: ["canary.one@patron.example"]
select id from patrons where mail like $1;

-- params: ["canary\\%with\\_wild\\\\cards"]
select id from patrons where mail ~~ $1;

-- params: ["Canary.One@Patron.example"]
select id from patrons where mail not like $1 order by id;

-- params: ["canary.one@patron.example"]
select id from patrons where mail::text ilike $1;
