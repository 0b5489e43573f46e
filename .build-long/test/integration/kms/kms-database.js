import pg from 'pg';
import { KmsServer } from '../../kms-server/kms-server.js';
import { sharedPostgres } from '../../support/postgres.js';
import { proxiedDatabase } from '../proxied-database.js';
export const tables = `
  create table users (id int primary key, name text, email text unique, phone varchar(20), age int4);
  create table notes (id int primary key, body text)`;
/** Who may do everything, who may only seal, and who does what the test says. */
export const principals = { all: 'AKIDALL', writer: 'AKIDWRITER' };
const map = (endpoint, keyId, indexKeyId, head) => `
${head}
keys:
  default: { kms: aws, keyId: "${keyId}", indexKeyId: "${indexKeyId}", endpoint: "${endpoint}", dataKeys: per-row, context: { app: billing } }
tables:
  public.users:
    columns:
      email: { type: text, search: [equality] }
      phone: { type: varchar(20) }
      age: { type: integer, search: [equality] }
`;
/** Two proxies before one database whose keys are in one KMS. */
export async function kmsDatabase(t) {
    const kms = new KmsServer();
    const endpoint = await kms.listen();
    const keyId = kms.keys.create('ENCRYPT_DECRYPT', false).arn;
    const indexKeyId = kms.keys.create('GENERATE_VERIFY_MAC', false).arn;
    kms.deny(principals.writer, 'Decrypt', 'Encrypt', 'DescribeKey', 'VerifyMac', 'GenerateDataKeyWithoutPlaintext');
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: principals.all, AWS_SECRET_ACCESS_KEY: 'not checked' });
    const body = (head) => map(endpoint, keyId, indexKeyId, head);
    const database = await proxiedDatabase(await sharedPostgres(), { tables, map: body('mode: full') });
    const clients = [];
    t.after(async () => {
        await Promise.all(clients.map((client) => client.end()));
        await database.close();
        await kms.close();
    });
    const connect = async (connectionString) => {
        const client = new pg.Client({ connectionString });
        await client.connect();
        clients.push(client);
        return client;
    };
    return {
        kms,
        keyId,
        database,
        full: await connect(database.url),
        encryptOnly: async () => {
            process.env.AWS_ACCESS_KEY_ID = principals.writer;
            const { url } = await database.startProxy(body('mode: encrypt-only\nprove: true'));
            return connect(url);
        },
    };
}
//# sourceMappingURL=kms-database.js.map