-- description: DEFAULT of version 16
-- expect: served
-- since: 16

-- copy: ["101\tcanary-default@example.com\t\\D\n"]
copy users (id, email, active) from stdin with (default '\D');

select id, email, active from users where id > 100 order by id;
