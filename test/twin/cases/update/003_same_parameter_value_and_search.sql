-- description: One parameter as new value and in the search (B10)
-- expect: served

-- params: ["canary-ada@example.com"]
update users set email = $1 where email = $1 returning id, email;

-- params: ["canary-555-0101", "1"]
update users set phone = $1 where id = $2 returning phone;
