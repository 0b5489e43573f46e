import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { KmsServer } from '../kms-server/kms-server.js';
/** The SDK's credential chain begins with the environment; the access key id is the principal that our server sees. */
export function callAs(principal) {
    process.env.AWS_ACCESS_KEY_ID = principal;
    process.env.AWS_SECRET_ACCESS_KEY = 'not checked';
    process.env.AWS_REGION = 'eu-central-1';
}
/** Our own server, for tests that look at its log or need faults. */
export async function startKms(t) {
    callAs('AKIDFULL');
    const server = new KmsServer();
    const endpoint = await server.listen();
    t.after(() => server.close());
    return { server, endpoint };
}
/** Any KMS: that at PGSEAL_TEST_KMS_ENDPOINT if it is set, else our own. Gives its endpoint and the ARN of a new key. */
export async function anyKms(t, spec = {}) {
    const elsewhere = process.env.PGSEAL_TEST_KMS_ENDPOINT;
    if (elsewhere !== undefined && process.env.AWS_ACCESS_KEY_ID === undefined)
        callAs('AKIDFULL');
    const endpoint = elsewhere ?? (await startKms(t)).endpoint;
    return { endpoint, arn: await createKey(endpoint, spec) };
}
/** A key of any KMS by its own operation. */
export async function createKey(endpoint, spec) {
    const client = new KMSClient({ endpoint, region: process.env.AWS_REGION ?? 'eu-central-1' });
    const answer = await client.send(new CreateKeyCommand(spec));
    client.destroy();
    return answer.KeyMetadata.Arn;
}
//# sourceMappingURL=test-kms.js.map