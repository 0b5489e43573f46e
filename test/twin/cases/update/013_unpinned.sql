-- description: UPDATE of a sealed column without a pin is refused
-- expect: refused

-- refused: 0A000 users.phone
update users set phone = 'canary-everyone';
