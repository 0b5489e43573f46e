import { iamPolicies } from '../keys/iam-policies.js';
import { loadMap } from './load-map.js';
import { UsageError } from './usage-error.js';
/** Prints least-privilege policies for AWS KMS as JSON. Asks neither the KMS nor the database. */
export async function iam(options) {
    const config = await loadMap(options.config, options);
    if (options.principal !== undefined && !/^arn:[^:]+:(iam|sts)::\d{12}:.+$/.test(options.principal)) {
        throw new UsageError('--principal expects the ARN of a role or user, such as arn:aws:iam::111122223333:role/app');
    }
    const policies = iamPolicies(config, options.principal);
    if (options.for === undefined)
        return print(policies);
    if (!Object.hasOwn(policies, options.for)) {
        throw new UsageError(`--for expects ${Object.keys(policies).join(', ')}`);
    }
    print(policies[options.for]);
}
function print(policies) {
    process.stdout.write(`${JSON.stringify(policies, undefined, 2)}\n`);
}
//# sourceMappingURL=iam.js.map