-- description: COPY past the proxy, through views, and options that are not served (A75, A77)
-- expect: refused

-- refused: 42501 file or program
copy users to '/tmp/pgseal-copy';

-- refused: 42501 file or program
copy users from program 'true';

-- refused: 42501 file or program
copy (select email from users) to program 'cat';

-- refused: 42809 view
copy user_emails to stdout;

-- refused: 0A000 UTF8
copy users to stdout with (encoding 'latin1');

-- refused: 0A000 WHERE of COPY
copy users (id, email) from stdin where email = 'x';

-- refused: 42601 not recognized
copy users to stdout with (nothing_known true);
