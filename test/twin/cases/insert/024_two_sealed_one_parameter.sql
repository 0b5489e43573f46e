-- description: One parameter for two sealed columns of one type (B10)
-- expect: served

-- params: ["canary-both"]
insert into vault (id, a, b, c) values (50, $1, $1, $1) returning a, b, c;

select * from vault where id = 50;
