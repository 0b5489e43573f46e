-- description: Empty statements and comments between
-- expect: served
-- modes: batch

select email from users where id = 1;

/* nothing */;

;

select 2;
