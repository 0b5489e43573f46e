-- description: AND, OR, NOT, three values
-- expect: served

select id from users where email = 'canary-ada@example.com' or score = 867530902 and birthday is not null order by id;

select id, email = 'canary-ada@example.com' as is_ada from users order by id;

select id, (email = 'canary-ada@example.com') is not true from users order by id;

select id from users where (email = 'canary-ada@example.com') is unknown;

select id from users where case when active then email = 'canary-ada@example.com' else score = 867530903 end order by id;
