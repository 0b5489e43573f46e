export {};
//# sourceMappingURL=column-change.js.map