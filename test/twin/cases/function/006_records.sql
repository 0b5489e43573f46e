-- description: Functions of values that are bound to their rows
-- expect: served

select length(owner), left(phone, 8) from accounts order by id;

select left(guest, 7) from visits order by no;

insert into accounts (owner) values ('canary-owner-nine') returning length(owner);
