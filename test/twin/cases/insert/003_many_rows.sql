-- description: INSERT of several rows, each with values of its own
-- expect: served
-- modes: simple text binary batch

insert into users (name, email, phone, score) values
  ('R1', 'canary-r1@example.com', 'canary-r1', 1),
  ('R2', NULL, '', 2),
  ('R3', 'canary-r3@example.com', NULL, NULL);

-- params: ["R4", "canary-r4@example.com", "R5", "canary-r5@example.com"]
insert into users (name, email) values ($1, $2), ($3, $4);

select name, email, phone, score from users where name like 'R%' order by name;
