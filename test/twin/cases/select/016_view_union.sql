-- description: A view with UNION ALL of two columns of one group
-- expect: served

select kind, id, email from any_addresses order by kind, id;

select kind, id from any_addresses where email = 'canary-ada@example.com' order by kind, id;
