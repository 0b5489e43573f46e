-- description: lower(column) beside lower() of a parameter or constant, by the term of the lower case (C39c)
-- expect: served

-- params: ["CANARY.one@PATRON.example"]
select id, mail from patrons where lower(mail) = lower($1);

select id, mail from patrons where lower(mail) = lower('CANARY.one@PATRON.example');

-- params: ["canary.one@patron.example"]
select id from patrons where lower(mail) = $1;

-- params: ["Canary.One@Patron.example"]
select id from patrons where lower(mail) = $1;

-- params: ["Canary.One@Patron.example"]
select id from patrons where mail = $1;

-- params: ["canary.one@patron.example"]
select id from patrons where $1 = lower(mail);

-- params: ["CANARY.ÉLAN@patron.example"]
select id from patrons where lower(mail) = lower($1);

-- params: ["canary.élan@patron.example"]
select id from patrons where lower(mail) = $1;

-- params: ["canary ΟΔΟΣ İı ẞß K"]
select id from patrons where lower(mail) = lower($1);

-- params: ["canary οδος i̇ı ßß k"]
select id from patrons where lower(mail) = $1;

-- params: [null]
select id from patrons where lower(mail) = lower($1);

-- params: [""]
select id from patrons where lower(mail) = lower($1);

select id from patrons where lower(mail) = lower(null);

-- params: ["CANARY.TWO@patron.example"]
select id from patrons where pg_catalog.lower(patrons.mail) = LOWER ( $1::text );

-- params: ["CANARY.TWO@patron.example"]
-- oids: [1043]
select id from patrons where lower(mail) = lower($1);

-- params: ["CANARY.TWO@patron.example"]
select id from patrons where lower(mail::varchar) = lower(cast($1 as varchar));
