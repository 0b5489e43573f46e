-- description: Two mapped tables of one bare name in two schemas
-- expect: served

select * from tickets order by id;

select * from other.tickets order by id;

select a.holder, b.holder from tickets a join other.tickets b on a.id = b.id;

insert into other.tickets (id, holder) values (9, 'canary-oh') returning holder;

insert into tickets (id, holder) values (9, 'canary-ph') returning holder;

set search_path = other, public;

select holder from tickets order by id;

select * from items order by id limit 1;
