-- description: PgBouncer 1038: a result type that changes
-- expect: served

begin;

create temporary table changing (id int, note text);

insert into changing values (1, 'x');

select * from changing;

alter table changing add column more int;

select * from changing;

rollback;
