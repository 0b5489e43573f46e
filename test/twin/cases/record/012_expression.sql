-- description: Another expression in the place of the record
-- expect: refused
-- modes: simple text binary

-- refused: 0A000 is an expression that is not evaluated first
insert into visits (no, guest) values (10 + 1, 'canary-rec-1');

insert into visits (no, guest) values (10 + 1, null);

-- refused: 0A000 EXPLAIN evaluates no defaults beforehand
explain insert into accounts (owner) values ('canary-rec-2');

select no, guest from visits order by no;
