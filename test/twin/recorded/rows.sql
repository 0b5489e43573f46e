insert into users (email, name, phone, birthday, balance, notes, active, role, logins) values
  ('canary-ada@example.com', 'canary Ada', 'canary-555-0101', '1915-12-10', 8675309.10, '{"canary": "ada", "n": 1}', true, 'admin', 7),
  ('canary-bob@example.com', 'canary Bob', 'canary-555-0102', '1916-11-22', 8675309.20, '{"canary": "bob", "tags": ["a", "b"]}', true, 'reader', 3),
  ('canary-cyd@example.com', 'canary Cyd', null, '1917-10-03', 8675309.10, null, false, 'reader', 0),
  ('canary-dan@example.com', 'canary Dan', 'canary-555-0104', null, null, '{"canary": null}', null, 'editor', 12),
  ('canary-eve@example.com', 'canary Eve', '', '1918-09-04', -8675309.50, '["canary"]', true, 'editor', 1);

insert into orders (user_id, number, status, total, address, placed) values
  (1, 'A-1', 'paid', 86753.09, 'canary street 1', '2024-01-01'),
  (1, 'A-2', 'new', 86753091.50, null, '2024-01-02'),
  (2, 'B-1', 'paid', 86753.09, 'canary street 2', '2024-01-03'),
  (3, 'C-1', 'sent', null, 'canary street 3', '2024-01-04'),
  (4, 'D-1', 'new', 867530.90, 'canary street 4', '2024-01-05'),
  (4, 'D-2', 'paid', 86753.09, null, '2024-01-06');
