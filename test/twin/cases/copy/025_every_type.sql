-- description: Fields of every type are read as their input functions read them (A75)
-- expect: served
-- order: multiset

-- copy: ["7\tcanary k\tcanary v\tcanary\t\\\\x63616e617279\t-1\t2\t3\t1.5\t-2.25\t12.3\t1e3\tyes\tCA0A51E5-CA0A-4000-8000-0000000000A1\t1 Jan 2001\t1:02 PM\tJan 1 2001 3:04\t2001-01-01 00:00+05\t1 day 2 hours\t{\"canary\": 1}\t{\"canary\":  1}\tx\n"]
copy kinds from stdin;

set datestyle = 'German';

-- copy: ["8\tcanary k\tcanary v\tcanary\t\\\\x63616e617279\t-1\t2\t3\t1.5\t-2.25\t12.3\t1e3\tyes\tCA0A51E5-CA0A-4000-8000-0000000000A1\t03.04.2001\t1:02 PM\tJan 1 2001 3:04\t2001-01-01 00:00+05\t1 day 2 hours\t{\"canary\": 1}\t{\"canary\":  1}\tx\n"]
copy kinds from stdin;

copy kinds to stdout;

copy kinds to stdout csv;

set datestyle = 'ISO';

set bytea_output = 'escape';

copy kinds (id, k_date, k_bytea) to stdout;

select * from kinds where id in (7, 8) order by id;

-- error: 22003
-- copy: ["9\t40000\n"]
copy kinds (id, k_int2) from stdin;

-- error: 22P02
-- copy: ["9\t{oops\n"]
copy kinds (id, k_jsonb) from stdin;

-- error: 22021
-- copy: ["9\t\\xff\n"]
copy kinds (id, k_text) from stdin;
