-- description: Comments and odd layout survive
-- expect: served

/* one */ select /* two -- */ email -- three
  from users /* /* nested */ */ where
  email = /* here */ 'canary-ada@example.com' -- end
;

SELECT/**/email/**/FROM/**/users/**/WHERE/**/id=1;
