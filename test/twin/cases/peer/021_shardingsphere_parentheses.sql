-- description: ShardingSphere 7812, 11408, 11465: aliases and parentheses
-- expect: served

select ((u.email)) as "E" from users u where (((u.email))) = (('canary-ada@example.com'));

select "u u"."email" "a b" from users as "u u" where ("u u".email) in (('canary-bob@example.com'), ('x'));

update users as "U" set phone = ('canary-par'), name = ('P') where ("U".id) = (1);

insert into users (email, name) values ((('canary-deep@example.com')), ('D')) returning ((email));
