-- description: DELETE of all rows, and TRUNCATE by the owner
-- expect: served

delete from tickets;

select count(*) from tickets;

delete from other.tickets where holder is not null returning *;
