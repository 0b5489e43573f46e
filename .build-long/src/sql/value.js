export const plain = { kind: 'plain' };
//# sourceMappingURL=value.js.map