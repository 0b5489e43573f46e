-- description: Quoted names in every position
-- expect: served

select "E-Mail", "select" from "Odd Names" order by "Id";

select o."E-Mail" as "from", "Odd Names"."select" from "Odd Names" join "Odd Names" o using ("Id") order by "Id";

select "Id" from "Odd Names" where "E-Mail" = 'canary-odd-one';
