-- description: found by the generator: UNION ALL with a constant of the same length
-- expect: served
-- order: multiset

-- params: ["canary"]
select id, o_char from things union all select 0, $1::char(8);
