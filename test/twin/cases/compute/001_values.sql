-- description: Functions of constants and parameters in VALUES, computed before they are sealed (C32)
-- expect: served

-- params: ["CANARY-New@Example.COM"]
insert into users (email) values (lower($1)) returning email;

-- params: ["  canary-trim@example.com "]
insert into users (email, phone) values (trim($1), upper('canary-555')) returning email, phone;

-- params: ["canary-joined", "example.com"]
insert into users (email) values ($1 || '@' || $2) returning email;

-- params: [null, "canary-other@example.com"]
insert into users (email) values (coalesce($1, $2)) returning email;

-- params: [null]
insert into users (email, name) values (lower($1), 'nobody') returning email, name;

-- params: ["canary-nul"]
-- oids: [25]
insert into users (email) values (nullif($1, 'canary-nul')) returning email is null as gone;

-- params: ["867530000"]
insert into users (email, score) values ('canary-sum@example.com', $1 + 1), ('canary-sum2@example.com', 867530000 * 1 - 5) returning score;

insert into users (email, phone) values (concat('canary-', 5, '-', true, null, '@x'), left('canary-123456789', 10)) returning email, phone;

insert into users (email) values (concat_ws('-', 'canary', null, 'ws', 3)), (format('%s-%s%%@%2$s', 'canary', 'fmt')), (replace('canary+x', '+', '-')) returning email;

insert into users (email) values (md5('canary') || '-canary'), (encode(sha256('canary'::bytea), 'hex')), (lpad('canary', 10, 'xy') || rpad('z', 3)) returning email;

insert into users (email, birthday) values ('canary-date@example.com', '1915-12-10'::date + 5), ('canary-date2@example.com', date '1915-12-10' - 400) returning birthday;

insert into orders (id, item, amount) values (50, 'x', 86753.09 + 1), (51, 'y', round(86753.099, 2)), (52, 'z', greatest(86753.1, 86753.09, null)), (53, 'n', -abs(-86753.5)) returning id, amount;

-- error: 22012
insert into users (email, score) values ('canary-x', 1 / 0);

-- error: 22003
insert into users (email, score) values ('canary-x', 2147483647 + 1);

select email, phone, score, birthday from users where id > 8 order by id;
