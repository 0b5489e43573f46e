-- description: Names that need quotes, in every spelling (C7)
-- expect: served

insert into "Odd Names" ("Id", "E-Mail", "select", plain) values (5, 'canary-odd5', 'canary-sel5', 'p5');

insert into public."Odd Names" values (6, 'canary-odd6', 'canary-sel6', 'p6');

insert into U&"Odd \004eames" ("Id", U&"E\002dMail") values (7, 'canary-odd7');

select "Id", "E-Mail", "select" from "Odd Names" where "E-Mail" in ('canary-odd5', 'canary-odd6', 'canary-odd7') order by 1;

INSERT INTO USERS (EMAIL, "name") VALUES ('canary-upper@example.com', 'Upper') RETURNING Email;
