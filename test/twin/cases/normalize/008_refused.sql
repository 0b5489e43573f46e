-- description: What terms of lower cases cannot decide is refused (C39c)
-- expect: refused

-- params: ["canary"]
-- refused: 0A000 lower case
select id from users where lower(email) = lower($1);

-- params: ["canary"]
-- refused: 0A000 lower case
select id from users where email ilike $1;

-- refused: 0A000 with % or _
select id from patrons where mail like 'canary%';

-- refused: 0A000 with % or _
select id from patrons where mail ilike 'canary_two';

-- params: ["canary"]
-- refused: 0A000 with an expression
select id from patrons where lower(mail) = lower($1 || 'x');

-- refused: 0A000 with an expression
select id from patrons where lower(mail) = plain;

-- refused: 0A000 with an expression
select id from patrons where lower(mail) = mail;

-- params: ["canary"]
-- refused: 0A000 lower()
select id from patrons where lower(mail) < lower($1);

-- params: ["canary"]
-- refused: 0A000 patrons.mail
select id from patrons where upper(mail) = upper($1);

-- params: ["canary"]
-- refused: 0A000 LIKE of lower()
select id from patrons where lower(mail) like lower($1);

-- refused: 0A000 with another sealed column
select id from patrons where lower(mail) = lower(alias);

-- refused: 0A000 patrons.mail
select lower(mail), count(*) from patrons group by lower(mail);

-- refused: 0A000 patrons.mail
select id from patrons order by lower(mail);

-- params: ["canary"]
-- refused: 0A000 patrons.mail
select id from patrons where mail ilike $1 escape '!';

-- refused: 0A000 users.email
create index on users (lower(email));
