-- description: Isolation levels, read only, deferrable
-- expect: served

begin isolation level serializable read only deferrable;

select email from users where email = 'canary-ada@example.com';

-- error: 25006
insert into users (email) values ('canary-ro@example.com');

rollback;

start transaction read write;

select 1;

end;
