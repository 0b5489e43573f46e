-- description: UPDATE of a sealed column by a condition that may fit many rows is refused
-- expect: refused

-- params: ["canary-many", "Ada"]
-- refused: 0A000 users.phone
update users set phone = $1 where name = $2;
