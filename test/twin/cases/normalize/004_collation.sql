-- description: A column whose collation is not the database's: lower() of a constant is by the database's own
-- expect: served

-- params: ["CANARY alias"]
select id, alias from patrons where lower(alias) = lower($1) order by id;

-- params: ["CANARY ÉLAN"]
select id from patrons where lower(alias) = lower($1) order by id;

-- params: ["canary ÉLAN"]
select id from patrons where lower(alias) = $1 order by id;

-- params: ["CANARY ÉLAN"]
select id from patrons where alias ilike $1 order by id;

-- params: ["CANARY élan"]
select id from patrons where alias ilike $1 order by id;
