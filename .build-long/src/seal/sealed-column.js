export {};
//# sourceMappingURL=sealed-column.js.map