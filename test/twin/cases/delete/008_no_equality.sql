-- description: DELETE by equality on a column without it is refused
-- expect: refused

-- refused: 0A000 vault.a
delete from vault where a = 'canary vault a1';
