import { insecureTestKey } from '../seal/data-key.js';
import { deriveKey } from './local.js';
import { CiphertextRefused } from './provider.js';
/**
 * The provider for tests of applications: data keys are a fixed public key (key source 2), so nothing is wrapped by it and
 * `generate` and `decrypt` are never asked for. Index keys are derived from the same key.
 */
export function createInsecureTestProvider() {
    const { key } = insecureTestKey();
    return {
        name: 'insecure-test-key',
        immediate: true,
        describe: () => ({ arn: '', trusted: [], indexArn: '' }),
        trusts: () => false,
        trustsForIndex: (arn) => arn === '',
        generate() {
            throw new CiphertextRefused('the insecure test key wraps nothing');
        },
        decrypt() {
            throw new CiphertextRefused('the insecure test key wraps nothing');
        },
        rewrap() {
            throw new CiphertextRefused('the insecure test key wraps nothing');
        },
        mac: (_arn, message) => deriveKey(key, message),
        dryRunDecrypt: () => Promise.resolve('inseparable'),
        close() { },
    };
}
//# sourceMappingURL=insecure-test-key.js.map