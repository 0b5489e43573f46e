-- description: COMMIT of a failed block answers ROLLBACK
-- expect: served

begin;

-- error: 22012
select 1 / 0;

commit;

select 1;
