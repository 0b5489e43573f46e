-- description: Equality by parameter on a column without the term is refused
-- expect: refused

-- params: ["canary vault a1"]
-- refused: 0A000 vault.a
select id from vault where a = $1;
