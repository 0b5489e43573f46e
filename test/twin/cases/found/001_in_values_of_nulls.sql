-- description: found by the generator: IN (VALUES ...) of NULLs alone
-- expect: served
-- order: multiset

update things set s_text = null where s_text in (values (null), (null));
