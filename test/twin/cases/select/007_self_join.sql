-- description: A table joined with itself on a sealed column
-- expect: served

select a.id, b.id, a.birthday from users a join users b on a.birthday = b.birthday and a.id < b.id order by a.id;

select a.id, b.id from users a join users b on a.phone is not null and a.score = b.score where a.id <> b.id order by 1, 2;
