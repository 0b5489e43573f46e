-- description: ON CONFLICT DO UPDATE with EXCLUDED of the same sealed column, many rows
-- expect: served

insert into users (email, phone, score) values ('canary-ada@example.com', 'canary-e1', 11), ('canary-bob@example.com', 'canary-e2', 12), ('canary-e3@example.com', 'canary-e3', 13)
  on conflict (email) do update set phone = excluded.phone, score = excluded.score returning email, phone, score;

select email, phone, score from users where score in (11, 12, 13) order by id;
