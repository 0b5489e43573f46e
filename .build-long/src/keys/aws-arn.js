// arn:PARTITION:kms:REGION:ACCOUNT:key/ID
const keyArnPattern = /^arn:([a-z0-9-]+):kms:([a-z0-9-]+):(\d{12}):key\/([A-Za-z0-9-]+)$/;
/** True for the ARN of a key, false for a key's bare id, an alias and an alias's ARN. */
export function isKeyArn(keyId) {
    return keyArnPattern.test(keyId);
}
/** The region in an ARN of a KMS key or alias; undefined for anything else. */
export function regionOfArn(keyId) {
    return /^arn:[a-z0-9-]+:kms:([a-z0-9-]+):/.exec(keyId)?.[1];
}
/** The same ARN; for multi-Region keys the same partition, account and key id, whatever the region. */
export function sameKmsKey(a, b) {
    if (a === b)
        return true;
    const [, partitionA, , accountA, idA] = keyArnPattern.exec(a) ?? [];
    const [, partitionB, , accountB, idB] = keyArnPattern.exec(b) ?? [];
    return idA?.startsWith('mrk-') === true && idA === idB && partitionA === partitionB && accountA === accountB;
}
//# sourceMappingURL=aws-arn.js.map