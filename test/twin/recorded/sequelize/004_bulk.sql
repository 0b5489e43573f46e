-- by: sequelize 6.37.8, pg 8.23.1

-- simple: true
INSERT INTO "users" ("id","email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES (DEFAULT,'canary-zoe@example.com','canary Zoe','canary-555-0199','1915-12-10','8675309.75','{"canary":"zoe"}',true,'reader',0,'2024-01-02 03:04:05.000 +00:00'),(DEFAULT,'canary-yan@example.com','canary Yan',NULL,NULL,NULL,NULL,NULL,'reader',0,'2024-01-02 03:04:05.000 +00:00'),(DEFAULT,'canary-wim@example.com','canary Yan','canary-555-0198',NULL,NULL,NULL,NULL,'reader',0,'2024-01-02 03:04:05.000 +00:00') RETURNING "id","email","name","phone","birthday","balance","notes","active","role","logins","created_at";;

-- simple: true
INSERT INTO "orders" ("id","user_id","number","status","total","address","placed") VALUES (DEFAULT,2,'N-0','new','86753.09','canary street 0','2024-05-06'),(DEFAULT,2,'N-1','new','86753.09','canary street 1','2024-05-06'),(DEFAULT,2,'N-2','new','86753.09','canary street 2','2024-05-06'),(DEFAULT,2,'N-3','new','86753.09','canary street 3','2024-05-06'),(DEFAULT,2,'N-4','new','86753.09','canary street 4','2024-05-06');;

-- simple: true
INSERT INTO "users" ("id","email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES (DEFAULT,'canary-ada@example.com','canary Zoe','canary-555-0199','1915-12-10','8675309.75','{"canary":"zoe"}',true,'reader',0,'2024-01-02 03:04:05.000 +00:00'),(DEFAULT,'canary-vic@example.com','canary Yan',NULL,NULL,NULL,NULL,NULL,'reader',0,'2024-01-02 03:04:05.000 +00:00') ON CONFLICT ("email") DO UPDATE SET "name"=EXCLUDED."name","phone"=EXCLUDED."phone" RETURNING "id","email","name","phone","birthday","balance","notes","active","role","logins","created_at";;

-- simple: true
INSERT INTO "users" ("id","email","name","phone","birthday","balance","notes","active","role","logins","created_at") VALUES (DEFAULT,'canary-ada@example.com','canary Zoe','canary-555-0199','1915-12-10','8675309.75','{"canary":"zoe"}',true,'reader',0,'2024-01-02 03:04:05.000 +00:00') ON CONFLICT DO NOTHING RETURNING "id","email","name","phone","birthday","balance","notes","active","role","logins","created_at";;
